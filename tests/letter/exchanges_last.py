"""A third set, again written before the code had seen it. All invented."""

from __future__ import annotations

LAST: dict[str, str] = {
    "question and response with dashes": """Dear Mr Tolland
FREEDOM OF INFORMATION REQUEST
I am writing to you further to your request for information.
Question 1 - {Q:1}How many officers hold a Level 2 public order certificate?{/}
Response to Question 1 - {A:1}1,204 officers.{/}
Question 2 - {Q:2}How many hold a Level 1 certificate?{/}
Response to Question 2 - {A:2}96 officers.{/}
Yours sincerely""",
    "located in full": """Dear Ms Abara
I note you seek access to the following information:
* {Q:*1}Number of stolen motorcycles in 2023{/}
* {Q:*2}Number of these recovered{/}
DECISION
Today I have decided to disclose the located information to you in full.
Please find below the information pursuant to your request above.
* {A:*1}9,012{/}
* {A:*2}3,344{/}
COMPLAINT RIGHTS
Should you wish to complain, please see below.""",
    "a hospital table with labels in the cells": """Dear Requester
Please see the table below.
Q1\t{Q:1}How many falls were recorded on wards in 2024?{/}\t{A:1}2,118{/}
Q2\t{Q:2}How many led to a fracture?{/}\t{A:2}31{/}
Q3\t{Q:3}Which wards had most?{/}\t{A:3}Wards 4 and 9{/}
Yours sincerely""",
    "a department's prose": """Dear Mr Quaye
Thank you for your Freedom of Information request received on 2 June. You asked:
"{Q:*1}Please could you provide the number of decision makers employed at each centre?{/}"
DHP response
{A:*1}I can confirm that the Department holds the information you are seeking.
There are 412 decision makers in Hartley and 208 in Morpeth Bay.{/}
Yours sincerely""",
    "answers without the questions": """Dear Dr Seth
Freedom of Information request
In answer to your questions:
1. {A:1}Four partners.{/}
2. {A:2}Nine salaried doctors.{/}
3. {A:3}We do not hold this.{/}
Yours sincerely""",
    "questions as headings, answers of several paragraphs": """Dear Ms Orme
Your request has been handled under the Freedom of Information Act 2000.
1. {Q:1}How many tribunals were held in private in 2024?{/}
{A:1}The Department holds this information.
There were 57 such hearings.
This is management information and has not been quality assured.{/}
2. {Q:2}How many of them were about national security?{/}
{A:2}The Department does not hold this information.
Hearings are not recorded by subject.{/}
Yours sincerely""",
    "parts a and b with a follow-up": """Dear Mr Ferns
You asked the University:
1. a. {Q:1a}Does the University own shares in arms firms?{/}
b. {Q:1b}If yes, what are they worth?{/}
2. {Q:2}Has the policy changed since 2020?{/}
The University's reply is as follows:
1. a. {A:1a}No.{/}
b. {A:1b}Not applicable.{/}
2. {A:2}Yes, in 2022.{/}
Yours sincerely""",
    "one refusal for all": """Dear Mr Ferns
You asked:
1. {Q:1}How many e-mails mention the bridge?{/}
2. {Q:2}How many letters mention it?{/}
Our response
{A:1,2}We estimate that it would take more than 18 hours to find every mention. Section 12(1) of the Act applies and we are not obliged to comply.{/}
If you are not content you may ask for an internal review.""",
    "the request in a field": """Ref: 2025-118
Dear Ms Pahl
Your request: {Q:*1}The number of library cards issued in 2024.{/}
Our response: {A:*1}12,118 cards were issued.{/}
Yours sincerely""",
    "Scottish headings": """Dear Mr Auld
Your request
You asked for the following.
Question 1. {Q:1}The number of ferries that were cancelled{/}
Question 2. {Q:2}The number of passengers affected{/}
Our response
Question 1. {A:1}612 sailings were cancelled.{/}
Question 2. {A:2}The number of passengers is not recorded. This is a notice under section 17(1).{/}
Yours sincerely""",
    "answers out of order": """Dear Ms Tien
You have asked:
Q1. {Q:1}How many bailiffs does the council use?{/}
Q2. {Q:2}What fees do they charge?{/}
Q3. {Q:3}How many complaints were there?{/}
Reply
Q3. {A:3}Nineteen complaints.{/}
Q1. {A:1}Three firms.{/}
Q2. {A:2}The statutory fees.{/}
Yours sincerely""",
    "numbers with a colon and long answers": """Dear Mr Rix
We refer to your e-mail, in which you sought the following information:
1: {Q:1}The dates of all inspections of the mill since 2019{/}
2: {Q:2}The reports of those inspections{/}
We have completed a search of our records.
1: {A:1}Inspections took place on 4 March 2020 and 9 May 2023.{/}
2: {A:2}The reports are attached as Annex B. Names have been redacted under regulation 13(1).{/}
Yours sincerely""",
    "headings by subject, numbers in the text": """Dear Ms Croft
You submitted the following questions:
1. {Q:1}How many taxis are licensed?{/}
2. {Q:2}How many licences were revoked?{/}
3. {Q:3}On what grounds were they revoked?{/}
The council responds as below.
1. and 2. {A:1,2}See the table on our website.{/}
3. {A:3}Grounds are not recorded.{/}
Yours sincerely""",
    "spelled answers under repeated headings": """Dear Mr Wade
Thank you for your request. We have answered each part below.
Part 1 – {Q:1}Number of empty shops{/}
{A:1}There are 88.{/}
Part 2 – {Q:2}Business rates lost{/}
{A:2}The council lost £410,000.{/}
Yours sincerely""",
}
