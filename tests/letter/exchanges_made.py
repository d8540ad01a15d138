"""Thirty ways in which authorities set out what was asked and what they answer. Everything in them is invented."""

from __future__ import annotations

EXCHANGES: dict[str, str] = {
    "numbered, then numbered": """Dear Mr Okoro
Freedom of Information request FOI/2025/101
Thank you for your request of 3 March 2025, in which you asked:
1. {Q:1}How many dogs were seized by the force in 2024?{/}
2. {Q:2}How many of them were returned to their owners?{/}
3. {Q:3}What did kennelling cost?{/}
We hold the information you asked for.
1. {A:1}214 dogs were seized.{/}
2. {A:2}97.{/}
3. {A:3}The cost was £48,210.{/}
Yours sincerely
Disclosure Officer""",
    "parts with letters, bullets before numbers": """Dear Applicant,
You requested the following information:
1. {Q:1}Does the council use{/}
- 1a. {Q:1a}Drones for building inspection{/}
- 1b. {Q:1b}Heat cameras for the same purpose{/}
2. {Q:2}If so, from which firm were they bought{/}
I can confirm that the council holds some of this information.
- 1a. {A:1a}No{/}
- 1b. {A:1b}Yes{/}
2. {A:2}The cameras were bought from Brightwater Optics.{/}
If you are unhappy with this response you may ask for an internal review.""",
    "interleaved under headings": """Dear Ms Vane
Your request
Question 1
{Q:1}How many complaints about noise were made in 2023?{/}
Answer
{A:1}There were 1,204 complaints.{/}
Question 2
{Q:2}How many led to a notice?{/}
Answer
{A:2}Eleven.{/}
Your right to complain
If you are not satisfied you can ask for a review.""",
    "Q and A marks": """Dear requester
Please see our response below.
Q1. {Q:1}What is the trust's annual spend on agency nurses?{/}
A1. {A:1}£3.2 million in 2023-24.{/}
Q2. {Q:2}Which agencies were used?{/}
A2. {A:2}Held but exempt under section 43(2).{/}
Q3. {Q:3}How many shifts were unfilled?{/}
A3. {A:3}The trust does not record this.{/}
Yours sincerely""",
    "repeated question above each answer, no numbers": """Dear Professor Lisle
You asked for the following:
- {Q:*1}The number of students suspended in 2022-23{/}
- {Q:*2}The number of appeals against suspension{/}
Our response is as follows.
The number of students suspended in 2022-23
{A:*1}Thirty-one students were suspended.{/}
The number of appeals against suspension
{A:*2}There were nine appeals, of which two succeeded.{/}
Yours sincerely""",
    "one sentence": """Dear Mr Teague,
Thank you for your request received on 4 June 2025. You asked for {Q:*1}the number of parking notices issued on Castle Street in 2024.{/}
{A:*1}The council issued 1,877 notices on that street.{/}
Yours sincerely
Parking Services""",
    "quoted in quotation marks without numbers": """Dear Ms Adair
You wrote:
"{Q:*1}Please tell me how many tasers the force owns.{/} {Q:*2}I would also like to know how often they were fired in 2024.{/}"
Response
{A:*1,*2}The force owns 612 devices. They were fired 14 times.{/}
Yours sincerely""",
    "a table of two columns": """Dear Mr Ives
Please find our answers in the table below.
Question\tAnswer
1. {Q:1}How many libraries are there?{/}\t{A:1}Fourteen{/}
2. {Q:2}How many have closed since 2015?{/}\t{A:2}Three{/}
3. {Q:3}What was the saving?{/}\t{A:3}Not held{/}
Yours sincerely""",
    "a table of three columns": """Dear Mr Ives
Our response is set out below.
No.\tRequest\tResponse
1\t{Q:1}Number of ambulances{/}\t{A:1}212{/}
2\t{Q:2}Number of crews{/}\t{A:2}640{/}
Yours sincerely""",
    "letters at the top": """Dear Ms Roe
Your request was as follows:
a) {Q:a}How many vacancies are there in nursing?{/}
b) {Q:b}How long has each been open?{/}
c) {Q:c}What is being done to fill them?{/}
The Trust's response:
a) {A:a}There are 88 vacancies.{/}
b) {A:b}The trust does not hold this.{/}
c) {A:c}A campaign began in May.{/}
Kind regards""",
    "Roman parts": """Dear Dr Quill
You asked:
1. {Q:1}For each year since 2020, please provide:{/}
(i) {Q:1i}the number of fires{/}
(ii) {Q:1ii}the number of false alarms{/}
2. {Q:2}What is the average time of arrival?{/}
The Service holds this information.
1(i) {A:1i}See the table below.{/}
1(ii) {A:1ii}There were 402 false alarms.{/}
2. {A:2}Nine minutes.{/}
Yours sincerely""",
    "one answer for several": """Dear Mr Pell
You asked us the following questions:
1) {Q:1}How many staff have been disciplined?{/}
2) {Q:2}How many were dismissed?{/}
3) {Q:3}What were their grades?{/}
4) {Q:4}How much was paid in settlements?{/}
Response
Questions 1 to 3
{A:1,2,3}This information is exempt under section 40(2) of the Act.{/}
Question 4
{A:4}No payments were made.{/}
Yours sincerely""",
    "prose that names the questions": """Dear Mr Pell
In your email you asked for:
1. {Q:1}The policy on body-worn video{/}
2. {Q:2}The cost of the last contract{/}
In response to question 1, {A:1}the policy is published on our website.{/}
In relation to question 2, {A:2}the information is exempt under section 43(2).{/}
Yours sincerely""",
    "a missing answer": """Dear Ms Rudd
You requested:
1. {Q:1}How many CCTV cameras are there?{/}
2. {Q:2}Who maintains them?{/}
3. {Q:3}When does the contract end?{/}
I can confirm that we hold this information.
1. {A:1}340 cameras.{/}
3. {A:3}In March 2027.{/}
Yours sincerely""",
    "unnumbered questions with question marks, each answered": """Dear Mr Nairn
I am writing to respond to your request.
{Q:*1}How many school crossing patrols does the council employ?{/}
{A:*1}The council employs 61.{/}
{Q:*2}How many posts are vacant?{/}
{A:*2}Four.{/}
{Q:*3}What was the budget for 2024-25?{/}
{A:*3}£212,000.{/}
Yours sincerely""",
    "answers marked Response, questions repeated": """Dear Mrs Halloran
Your request for information has now been considered.
1. {Q:1}Please provide the number of stop and searches in 2024.{/}
Response: {A:1}8,911.{/}
2. {Q:2}Please provide the number that led to arrest.{/}
Response: {A:2}1,022.{/}
3. {Q:3}Please provide a breakdown by ward.{/}
Response: {A:3}We do not hold this by ward.{/}
Yours sincerely""",
    "decimal parts": """Dear Mr Oduya
Request
1.1 {Q:1.1}How many laptops were lost?{/}
1.2 {Q:1.2}How many were encrypted?{/}
2.1 {Q:2.1}How many phones were lost?{/}
Reply
1.1 {A:1.1}Twelve.{/}
1.2 {A:1.2}All of them.{/}
2.1 {A:2.1}Thirty.{/}
Yours faithfully""",
    "a list inside an answer": """Dear Mr Brandt
You asked:
1. {Q:1}Which exemptions were used most in 2024?{/}
2. {Q:2}How many requests were refused?{/}
The Department's answer is as follows.
1. {A:1}The exemptions used most were:
a) section 40
b) section 43
c) section 31{/}
2. {A:2}112 requests were refused.{/}
Yours sincerely""",
    "reasons in a numbered list after the answers": """Dear Mr Brandt
You asked:
1. {Q:1}What is the name of the supplier of the custody software?{/}
2. {Q:2}How much does it cost a year?{/}
1. {A:1}The supplier is Orrery Systems.{/}
2. {A:2}This is withheld under section 43(2).{/}
Public interest test
The following factors were considered:
1. Transparency in the use of public money
2. The risk to future tenders
On balance the public interest favours withholding the information.
Yours sincerely""",
    "questions without numbers answered in order by bullets": """Dear Ms Quist
You have asked for the following information:
- {Q:*1}Number of allotment plots{/}
- {Q:*2}Number of people waiting{/}
- {Q:*3}Longest wait{/}
The council's response is:
- {A:*1}1,240{/}
- {A:*2}377{/}
- {A:*3}Nine years{/}
Yours sincerely""",
    "an extra answer": """Dear Ms Quist
You asked:
1. {Q:1}How many potholes were reported?{/}
2. {Q:2}How many were mended?{/}
We can answer as follows.
1. {A:1}5,210 were reported.{/}
2. {A:2}4,998 were mended.{/}
3. The average cost was £61.
Yours sincerely""",
    "a long quoted email with greeting and farewell": """Dear Ms Ferrar
Your request of 9 May 2025 is reproduced below.
Dear Sir or Madam,
I am a student at the university and would be grateful for your help.
1. {Q:1}How many bicycles were stolen on campus in 2024?{/}
2. {Q:2}How many were recovered?{/}
I would prefer to receive this by e-mail in Excel format.
Kind regards,
J. Ferrar
The University's response
1. {A:1}Seventy-three.{/}
2. {A:2}Five.{/}
Yours sincerely
Information Compliance""",
    "bold headings with the subject, not the number": """Dear Mr Sand
You asked {Q:*1}how many prescriptions were written for sleeping tablets in each of the last two years.{/}
Number of prescriptions
{A:*1}2023: 12,201
2024: 11,877{/}
Yours sincerely""",
    "points": """Dear Mr Sand
Your correspondence set out the following points:
Point 1: {Q:1}The date on which the lease was signed{/}
Point 2: {Q:2}The rent{/}
Our decision
Point 1: {A:1}12 January 2019.{/}
Point 2: {A:2}The rent is commercially sensitive and is withheld under section 43(2).{/}
Yours sincerely""",
    "multi-paragraph answers with a table": """Dear Ms Wren
Please find below the questions you asked and our answers.
1. {Q:1}How many people were detained under the Act in each year since 2022?{/}
{A:1}The figures are as follows.
Year\tPeople
2022\t310
2023\t342
They include people detained twice.{/}
2. {Q:2}How many of them were under 18?{/}
{A:2}Fewer than ten in each year; the exact number is exempt under section 40(2).{/}
Yours sincerely""",
    "all in one": """Dear Mr Thole
You asked for:
1. {Q:1}The minutes of the board of 4 March{/}
2. {Q:2}The papers for that meeting{/}
3. {Q:3}The attendance list{/}
{A:1,2,3}We enclose the information you asked for. It is given in full.{/}
Yours sincerely""",
    "Scottish, request in the middle": """Dear Mr Geddes
Freedom of Information (Scotland) Act 2002
I refer to your request dated 2 April 2025 for the following information:
(a) {Q:a}the number of empty houses owned by the council{/}
(b) {Q:b}the cost of repairs{/}
In terms of section 17 of the Act, I confirm as follows:
(a) {A:a}The council owns 212 empty houses.{/}
(b) {A:b}The council does not hold the cost of repairs.{/}
Yours sincerely""",
    "question numbers with brackets and nested letters": """Dear Mr Lowe
Information requested
(1) {Q:1}How many officers are trained in{/}
(a) {Q:1a}driving{/}
(b) {Q:1b}first aid{/}
(2) {Q:2}How many trainers are there?{/}
Information held
(1)(a) {A:1a}402{/}
(1)(b) {A:1b}1,981{/}
(2) {A:2}17{/}
Yours sincerely""",
    "Q on one line and its answer after the mark": """Dear Mr Lowe
Q1: {Q:1}Do you record hate crime by ward?{/}
A: {A:1}Yes{/}
Q2: {Q:2}Do you publish it?{/}
A: {A:2}No{/}
Yours sincerely""",
    "question said again on the line of the answer": """Dear Ms Moffat
You asked:
1. {Q:1}How many trees were felled?{/}
2. {Q:2}How many trees were planted?{/}
Response
1. How many trees were felled? {A:1}Ninety-six trees.{/}
2. How many trees were planted? {A:2}Four hundred trees.{/}
Yours sincerely""",
    "statement for the rest": """Dear Ms Moffat
You asked:
1. {Q:1}How many meetings were held with developers?{/}
2. {Q:2}Who was present at each?{/}
3. {Q:3}What was said at each?{/}
I can confirm the following.
1. {A:1}Six meetings were held.{/}
{A:2,3}For questions 2 and 3, no information is held.{/}
Yours sincerely""",
}
