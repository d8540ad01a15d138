"""Twelve whole letters in the manner of different authorities. Every name, number and fact is invented."""

from __future__ import annotations

AUTHORITIES: dict[str, str] = {
    "police ncnd": """Eastmere Police
Our Ref: FOI/2025/0771
Your Ref: TK-4
14 July 2025
Dear Mr Kessler
FREEDOM OF INFORMATION REQUEST REFERENCE NO: FOI/2025/0771
I write in connection with your request for information dated 2 June 2025 and received on 3 June 2025, in which you asked:
1. How many drones does the force own?
2. Are drones used covertly?
In response to question 1, the force owns 14 drones.
In relation to the covert use of drones, Eastmere Police can neither confirm nor deny that it holds any other information by virtue of the following exemptions:
Section 23(5) Information relating to security bodies
Section 31(3) Law enforcement
Section 23 is an absolute exemption and no public interest test is required. Section 31 is a prejudice-based qualified exemption.
Harm
Confirming or denying whether drones are used covertly would be likely to prejudice the prevention and detection of crime, since offenders could change their conduct.
Factors favouring confirmation or denial for Section 31
It would show how public money is spent.
Factors against confirmation or denial for Section 31
It would compromise law enforcement and put officers at risk.
Balancing test
On balance the public interest lies in neither confirming nor denying.
No inference can be drawn from this refusal as to whether information is or is not held.
COMPLAINT RIGHTS
If you are not satisfied you may ask for an internal review within 40 working days by writing to foi@eastmere.police.example.
If you remain dissatisfied you may complain to the Information Commissioner at casework@ico.org.uk.
Yours sincerely
R. Whitlow
Disclosure Manager""",
    "nhs cost": """Saltmarsh University Hospitals NHS Trust
Ref: FOI 4410
Date: Thursday 5 June 2025
Dear Applicant
Thank you for your request received on 8 May 2025 under the Freedom of Information Act 2000. You asked for the reason for every cancelled operation since 2015.
I can confirm that the Trust holds this information. However, we estimate that it would take 250 hours to read 5,000 paper records at three minutes each. This exceeds the appropriate limit of 18 hours (£450), and section 12(1) applies.
Under section 16 we suggest that you narrow your request to one year and one specialty.
This is a refusal notice under section 17(5).
You have the right to ask for an internal review. Please write to the Chief Executive, Saltmarsh House, Dock Road, Saltmarsh SM1 2AB within two months.
If you are still unhappy you can appeal to the Information Commissioner's Office (www.ico.org.uk).
Yours faithfully
Information Governance""",
    "university commercial": """University of Northgate
Our reference FOI25-118
6th March 2025
Dear Ms Tarrant,
Thank you for your email of 5 February 2025 requesting the contract with the caterer and the prices in it.
The contract is attached as Annex A. The prices have been withheld under section 43(2) because disclosure would be likely to prejudice the commercial interests of the caterer.
Public interest test
There is a public interest in transparency about how the University spends its money. However, disclosure would harm the University's ability to obtain good terms. On balance, the public interest in maintaining the exemption outweighs the public interest in disclosure.
If you are dissatisfied you may request an internal review from the Registrar, registrar@northgate.example, within 40 working days.
You may then complain to the Information Commissioner.
Yours sincerely
Philippa Vane
Head of Information Compliance
Annex A
Catering contract""",
    "department s36": """Department for Harbours
Our ref: DH2025/00417
12 May 2025
Dear Mr Amory
You asked on 14 April 2025 for the advice given to ministers on the closure of Gannet Quay.
The Department holds this information. It is exempt under section 36(2)(b)(i) and (c) of the Freedom of Information Act.
The reasonable opinion of the qualified person, the Minister for Ports, is that disclosure would inhibit the free and frank provision of advice.
Considerations in favour of disclosure: the closure affected many people.
Considerations against disclosure: officials must be able to advise without fear of publication.
Conclusion: we consider that the public interest favours withholding the information.
Some of the material is also exempt under section 40.
Internal review: write to reviews@harbours.example.gov.uk within 40 working days.
You have a right of complaint to the Information Commissioner under section 50.
Yours sincerely
FOI Team""",
    "scottish council": """Strathmore and Lorne Council
Our Reference: EF/22/19
Date: 1 April 2025
Dear Mrs Galbraith
Freedom of Information (Scotland) Act 2002
Thank you for your request of 3 March 2025, received on 4 March 2025, for:
(a) the number of school meals served in 2024
(b) the names of the suppliers
(a) The Council served 1.2 million school meals.
(b) The names are exempt under section 33(1)(b) as disclosure would, or would be likely to, prejudice substantially the commercial interests of the suppliers.
If you are dissatisfied you may ask the Council to review its decision within 40 working days. Please contact foi@strathmore.example.
If you are dissatisfied with the outcome you may apply to the Scottish Information Commissioner, www.foi.scot, within six months.
Yours sincerely
Morag Tulloch""",
    "vexatious": """Wold District Council
Ref 7781/V
2 June 2025
Dear Mr Peverell
Your request of 12 May 2025 under the Freedom of Information Act
You have sent the council 61 requests in eight months about the same fence. We have concluded that this request is vexatious within the meaning of section 14(1).
Under section 17(6) we shall not issue a further notice.
You can ask for an internal review by replying to this e-mail within 40 working days, and then complain to the ICO.
Yours sincerely
Monitoring Officer""",
    "elsewhere": """Tern Valley Fire Authority
Ref: TVFA-25-09
3 June 2025
Dear Ms Okafor
You asked for the annual accounts for 2023-24.
The accounts are already published at https://www.ternvalley.example/accounts. The information is therefore reasonably accessible to you and is exempt under section 21.
If you are unhappy please contact complaints@ternvalley.example for an internal review. There is also a right to complain to the Information Commissioner.
Yours sincerely
Finance""",
    "bilingual": """Cyngor Sir Glanafon / Glanafon County Council
Ein cyf / Our ref: GCC/25/61
Dyddiad / Date: 9 Mehefin 2025 / 9 June 2025
Annwyl Ms Prosser / Dear Ms Prosser
Diolch am eich cais am wybodaeth o dan y Ddeddf Rhyddid Gwybodaeth, a gafwyd gan y Cyngor ar 12 Mai.
Thank you for your request under the Freedom of Information Act, received by the Council on 12 May 2025.
You asked:
1. How many Welsh-medium places are there?
2. How many are filled?
Dyma ein hymateb. Mae gan y Cyngor yr wybodaeth hon.
Our response is below.
1. 1,904
2. 1,811
Gallwch ofyn am adolygiad mewnol o fewn 40 diwrnod gwaith os nad ydych yn fodlon ar yr ymateb hwn.
You may ask for an internal review within 40 working days if you are not content with this response.
You may also complain to the Information Commissioner.
Yn gywir / Yours sincerely
Swyddog Gwybodaeth""",
    "scanned": """Our ref: F0I_24_O569
Your ref: N/A
Date 31/07/2024
Dear Sir
Freedom of Information request FOI_24_0569
We received your request on 02/07/2024. You asked how many keys were lost.
Twelve keys were lost.
Yours faithfully""",
    "extension": """Department for Harbours
Our ref: DH2025/00500
10 June 2025
Dear Mr Amory
Your request under the Freedom of Information Act was received on 13 May 2025.
The Department holds information to which section 35(1)(a) may apply. By virtue of section 10(3) we need more time to consider the public interest, and we expect to reply by 8 July 2025.
We apologise for the delay.
Yours sincerely
FOI Team""",
    "internal review outcome": """Eastmere Police
Our ref: IR/2025/11
4 August 2025
Dear Mr Kessler
On 16 July 2025 you asked for an internal review of our response FOI/2025/0771 of 14 July 2025.
I have now carried out the review. I uphold the decision to rely on section 31(3).
If you remain dissatisfied you may complain to the Information Commissioner.
Yours sincerely
Superintendent of Standards""",
    "eir exception": """Heron Water Board
Reference: EIR/0092
20 May 2025
Dear Dr Fenn
Environmental Information Regulations 2004
Thank you for your request of 22 April 2025 for the survey of the spillway.
We hold the survey. Parts of it are excepted from disclosure under regulation 12(5)(a), because disclosure would adversely affect public safety, and have been redacted.
In accordance with regulation 12(2) we applied a presumption in favour of disclosure. Factors in favour of disclosure: the safety of the dam is of public concern. Factors against: those who mean harm would learn where it is weak. We find that the balance favours maintaining the exception.
You may make representations to the Board under regulation 11 within 40 working days. Write to the Secretary, Heron House, Dam Lane, Heronsford HF2 3XY.
You may complain to the Information Commissioner under regulation 18.
Yours sincerely
Secretary to the Board""",
}
