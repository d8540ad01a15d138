"""A second set, written after the first one was read rightly and before the code had seen it. All invented."""

from __future__ import annotations

LATER: dict[str, str] = {
    "police, italics lost, response after each": """Our ref: 1881/25
Dear Mr Hale,
REQUEST
Under the Freedom of Information Act, please provide:
1) {Q:1}The number of reports of fly-tipping{/}
2) {Q:2}The number that led to a charge{/}
3) {Q:3}The three streets with most reports{/}
DECISION
Question 1: {A:1}The total for the year was 612.{/}
Question 2: {A:2}There were 18 charges.{/}
Question 3: {A:3}Quay Road, Mill Lane and Bridge Street.{/}
Yours sincerely""",
    "NHS, numbers without full stops": """Dear Sir or Madam
You asked:
1 {Q:1}How many beds does the trust have?{/}
2 {Q:2}How many were closed in the winter?{/}
The Trust's answers are:
1 {A:1}The trust has 804 beds.{/}
2 {A:2}Forty were closed.{/}
Yours faithfully""",
    "the answer in capitals": """Dear Ms Iqbal
I refer to your request dated 3 June 2025.
Q1 {Q:1}Does the board own any electric vans?{/}
{A:1}YES{/}
Q2 {Q:2}If so, how many?{/}
{A:2}NINE{/}
Q3 {Q:3}When were they bought?{/}
{A:3}INFORMATION NOT HELD{/}
Regards""",
    "university, questions as a run of sentences": """Dear Mr Farr
Your e-mail asked the following: "{Q:*1}How many students came from abroad in 2024?{/} {Q:*2}What fees did they pay?{/}"
{A:*1,*2}The University received 2,204 students from abroad, who paid £31m in fees.{/}
Yours sincerely""",
    "government department, headings with numbers": """Dear Ms Stone
You asked for the following information:
"1. {Q:1}The number of meetings between ministers and the firm.{/}
2. {Q:2}The agenda of each meeting.{/}"
I can confirm that the Department holds information within the scope of your request.
Part 1
{A:1}There were four meetings.{/}
Part 2
{A:2}The agendas are exempt under section 35(1)(a).{/}
Yours sincerely""",
    "answers first, request in an annex": """Dear Mr Boyd
Your request is set out in Annex A.
1. {A:1}There are 31 playgrounds.{/}
2. {A:2}Two closed in 2023.{/}
Yours sincerely
Information Officer
Annex A
Your request
1. {Q:1}How many playgrounds are there?{/}
2. {Q:2}How many have closed?{/}""",
    "parts of a question answered in one list": """Dear Mr Boyd
You requested the following:
1. {Q:1}For each of the last three years:{/}
a. {Q:1a}how many inspections were made{/}
b. {Q:1b}how many premises failed{/}
2. {Q:2}How many premises were closed?{/}
Please find our response below.
1.
a. {A:1a}301{/}
b. {A:1b}44{/}
2. {A:2}None{/}
Yours sincerely""",
    "the request retold in the third person": """Dear Mx Hart
The applicant requested:
(i) {Q:i}the number of appeals lodged{/}
(ii) {Q:ii}the number upheld{/}
Our reply:
(i) {A:i}87{/}
(ii) {A:ii}23{/}
Yours faithfully""",
    "a question in two paragraphs": """Dear Ms Lund
You wrote to us as follows:
1. {Q:1}How many ambulances waited for more than an hour?{/}
2. {Q:2}What was the longest wait?{/}
Many thanks
A. Lund
We have now completed our search and can answer as follows.
1. {A:1}There were 1,140 such waits.
They include those at two hospitals.{/}
2. {A:2}The longest was seven hours.{/}
Yours sincerely""",
    "FOISA, numbers as words": """Dear Mrs Lamont
You asked three questions:
Question One: {Q:1}How many ferries are out of service?{/}
Question Two: {Q:2}How long has each been so?{/}
Our response
Question One: {A:1}Two ferries.{/}
Question Two: {A:2}Since March and June.{/}
Yours sincerely""",
    "table with questions alone, answers after": """Dear Mr Keane
Your questions and our answers are as follows.
No\tQuestion\tAnswer
1\t{Q:1}Does the service hold a register of gifts?{/}\t{A:1}Yes{/}
2\t{Q:2}Is it published?{/}\t{A:2}Yes, on the website{/}
Yours sincerely""",
    "EIR, bullets with dashes and prose reply": """Dear Dr Fenn
Environmental Information Regulations 2004
You have requested:
- {Q:*1}the survey of the bridge made in 2022{/}
- {Q:*2}the survey of the weir made in 2023{/}
{A:*1,*2}Both surveys are attached to this letter. We have removed two names under regulation 13(1).{/}
Yours sincerely""",
    "a second round of questions": """Dear Mr Amos
On 5 May you asked for information about fire doors. On 12 May you clarified your request to:
1. {Q:1}How many fire doors were replaced?{/}
2. {Q:2}At what cost?{/}
Having searched our records we can tell you that:
1. {A:1}410 were replaced{/}
2. {A:2}£610,000{/}
Yours sincerely""",
    "headed answers with reasons between": """Dear Ms Gwynne
Request
1. {Q:1}What software is used for case files?{/}
2. {Q:2}What is the network's address range?{/}
3. {Q:3}How many users are there?{/}
Response
1. {A:1}The software is Lantern Case.{/}
2. {A:2}We neither confirm nor deny that we hold this, under section 31(3).{/}
Harm
Saying so would help those who attack networks.
Public interest
On balance the interest lies in neither confirming nor denying.
3. {A:3}There are 1,900 users.{/}
Yours sincerely""",
    "one question, many paragraphs": """Dear Mr Moss
Freedom of Information request
You asked us: {Q:*1}What did the council spend on agency social workers in 2024-25?{/}
{A:*1}The council holds this information.
It spent £4.1 million.
The figure leaves out overtime.{/}
Yours sincerely""",
}
