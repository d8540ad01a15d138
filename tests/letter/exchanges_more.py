"""A fourth and a fifth set, each written before the code had seen it. All invented."""

from __future__ import annotations

MORE: dict[str, str] = {
    "a preamble that tells the subject first": """Our reference: 4471
Dear Ms Penhale,
Thank you for contacting the Service with a request for information, which we logged on 4 June 2025.
Specifically, you asked:
i. {Q:i}How many water rescues took place in 2024?{/}
ii. {Q:ii}In how many did someone die?{/}
iii. {Q:iii}Where did they take place?{/}
Our records show:
i. {A:i}In 2024 there were 61 water rescues.{/}
ii. {A:ii}Five.{/}
iii. {A:iii}We consider the exact places exempt under section 40(2).{/}
Yours sincerely""",
    "questions kept, answers beneath": """Dear Mr Bray
RE: FOI 5512
Please see our answers in bold below.
{Q:*1}How many food banks does the council fund?{/}
{A:*1}The council funds eleven food banks.{/}
{Q:*2}How much does it give them?{/}
{A:*2}£240,000 a year.{/}
Yours sincerely""",
    "request in italics with sub bullets": """Dear Ms Dunmore
You requested information about vehicles. Your request is as follows:
1. {Q:1}Please list the vehicles bought in 2024, giving
• the make
• the price{/}
2. {Q:2}Please say how each was paid for.{/}
I am pleased to provide the following response.
1. {A:1}Two Ford vans at £31,000 each.{/}
2. {A:2}From the capital budget.{/}
Yours sincerely""",
    "full sentences as headings": """Dear Mr Stroud
Freedom of Information Act 2000 - Request for Information
We have now considered your request, and our response to each question is set out in turn.
1. {Q:1}The number of prisoners released early since January 2024.{/}
{A:1}3,112 prisoners were released early.{/}
2. {Q:2}The number recalled within a month.{/}
{A:2}This is not held centrally.{/}
Yours sincerely""",
    "appeal first sentences about complaint data": """Dear Ms Rigg
You asked:
1. {Q:1}How many complaints did you receive about bins?{/}
2. {Q:2}How many were upheld?{/}
3. {Q:3}How many went to the Ombudsman?{/}
Response:
1. {A:1}We received 3,021 complaints about bins.{/}
2. {A:2}1,400 complaints were upheld.{/}
3. {A:3}Twelve complaints went to the Ombudsman.{/}
If you are unhappy with this response you can ask for a review.
Yours sincerely""",
    "two requests": """Dear Mr Iddon
You asked for:
Request 1: {Q:1}The number of missing person reports in 2024{/}
Request 2: {Q:2}The number of those under 16{/}
Request 1
{A:1}6,102{/}
Request 2
{A:2}1,887{/}
Yours sincerely""",
    "answers with question numbers in words of a sentence": """Dear Ms Ely
In your e-mail of 7 May 2025 you asked the Board the following questions.
1. {Q:1}What is the salary of the chief executive?{/}
2. {Q:2}What bonus was paid?{/}
{A:1}With regard to your first question, the salary is published in the annual report.{/}
{A:2}With regard to your second question, no bonus was paid.{/}
Yours sincerely""",
    "refused question in the middle with reasons": """Dear Mr Tran
Request
1. {Q:1}How many armed officers are there?{/}
2. {Q:2}Which stations are they based at?{/}
3. {Q:3}What did their training cost?{/}
Response
1. {A:1}212{/}
2. {A:2}This is exempt under section 31(1)(a).
Section 31 is a qualified, prejudice-based exemption.{/}
Evidence of harm
Naming stations would help offenders to avoid them.
Factors favouring disclosure
It would show where officers are.
Factors against disclosure
It would hinder the prevention of crime.
Balance test
The balance lies in favour of withholding.
3. {A:3}£1.4 million{/}
Yours sincerely""",
    "columns named Q and A": """Dear Ms Ode
The answers to your questions are:
Your question	Our answer
{Q:*1}How many swimming pools are open?{/}	{A:*1}Six{/}
{Q:*2}How many are heated by gas?{/}	{A:*2}Four{/}
Yours sincerely""",
    "eir with letters and one attachment": """Dear Mr Glenn
Environmental Information Regulations 2004: your request of 1 May 2025
You asked for copies of:
(a) {Q:a}all noise readings at the site since 2022{/}
(b) {Q:b}letters between the Agency and the operator{/}
{A:a}The information at (a) is attached as a spreadsheet.{/}
{A:b}The information at (b) is excepted under regulation 12(5)(e).{/}
Yours sincerely""",
    "a mayor's car": """Our Ref: 25/0091
3 June 2025
Dear Ms Keel
I am responding to your request of 6 May 2025, in which you wrote:
1. {Q:1}What was the total cost of the Mayor's car in 2024-25?{/}
2. {Q:2}Who drives it?{/}
My response is below.
1. {A:1}£14,210, including fuel and insurance.{/}
2. {A:2}The name of the driver is personal data and is withheld under section 40(2).{/}
You may ask for a review of this decision within 40 working days.
Yours sincerely""",
    "wanted to know": """Dear Mr Vass
Your request for information about gritting
Thank you for your recent request. You wanted to know:
- {Q:*1}how many roads were gritted last winter{/}
- {Q:*2}how much salt was used{/}
- {Q:*3}what the salt cost{/}
The answers are:
- {A:*1}811 roads{/}
- {A:*2}9,400 tonnes{/}
- {A:*3}£470,000{/}
Kind regards""",
    "one question, two headings": """Dear Sir
Request
{Q:*1}How many prisoners escaped in 2023?{/}
Response
{A:*1}Two prisoners escaped. Both were caught within a day.{/}
Yours faithfully""",
    "bold questions repeated": """Dear Ms Obi
Thank you for your FOI request. For ease of reference I have repeated each question in bold.
Q1. {Q:1}How many laptops were bought?{/}
{A:1}We bought 4,000 laptops.{/}
Q2. {Q:2}From whom?{/}
{A:2}From Meridian Supplies Ltd.{/}
Q3. {Q:3}What was paid for each?{/}
{A:3}This is commercially sensitive and exempt from disclosure under section 43(2).{/}
Yours sincerely""",
    "a third question in passing": """Dear Mr Hume
You asked for the following:
1. {Q:1}Number of planning appeals in 2024{/}
2. {Q:2}Number allowed{/}
3. {Q:3}Costs awarded against the Council{/}
The Council holds the information at questions 1 and 2 and it is as follows:
1. {A:1}88{/}
2. {A:2}31{/}
{A:3}The information requested at question 3 is not held.{/}
Yours sincerely""",
    "a quoted question and a table": """Dear Dr Yates
I refer to your request for information received on 2 June 2025:
"{Q:*1}Please provide the number of patients who waited more than 12 hours in A&E in each month of 2024.{/}"
I can confirm that the Trust holds this information.
{A:*1}Please see Table 1.
Table 1
Month	Patients
January	880
February	761{/}
Yours sincerely""",
    "replies below each": """Dear Ms Lark
Your questions are shown below with our replies.
(1) {Q:1}Do you employ apprentices?{/}
{A:1}Yes.{/}
(2) {Q:2}How many, by age?{/}
{A:2}Aged 16 to 18: 12
Aged 19 and over: 40{/}
(3) {Q:3}How many finished?{/}
{A:3}We do not collect this.{/}
Yours sincerely""",
    "six questions numbered by the authority": """Dear Mr Foss
On 9 May you sent us six questions. We have numbered them.
Question 1: {Q:1}Which consultants did the Authority use in 2024?{/}
Answer 1: {A:1}Harrow & Vale and Pinnock Associates.{/}
Question 2: {Q:2}What did each cost?{/}
Answer 2: {A:2}£120,000 and £88,000.{/}
Question 3: {Q:3}Were the contracts advertised?{/}
Answer 3: {A:3}Yes, both.{/}
Yours sincerely""",
}
