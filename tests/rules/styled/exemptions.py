"""Letters on exemptions: L107 limb, L108 reasons, L109 to L112 tests, L128 regime, L130 class, L136 old law, L139 one balance."""

from __future__ import annotations

from styled.frames import council, department, environmental, police, scottish, trust, university

_TEST = (
    "Public interest test\nConsiderations in favour of disclosure: {}\nConsiderations against disclosure: {}\nOn balance, we have "
    "decided that the public interest in withholding this outweighs the public interest in releasing it."
)
_PRICES = _TEST.format(
    "people should be able to see that public money is well spent.",
    "rivals would learn the supplier's prices and the next tender would cost more.",
)
_STAFF = "because they are junior staff who would not expect their names to be made public, and to name them would be unfair."

FIRES = {
    "L107": (
        trust(
            f"The Trust holds the contract. The prices are exempt under section 43, as giving them out would be likely to prejudice the "
            f"supplier's trade.\n{_PRICES}"
        ),
        council(f"The Council holds the e-mails. Names have been redacted under Section 40 of the Act {_STAFF}"),
        scottish(
            f"The Council holds the offer. It is exempt under section 33 of the Act, since release would, or would be likely to, prejudice "
            f"substantially the bidder's commercial interests.\n{_PRICES}"
        ),
        environmental(
            f"The Authority holds the draft. It is excepted under regulation 12(4), as it is unfinished.\n{_PRICES}"
        ),
        department(
            "The Department holds the advice. Sections 35 and 42(1) apply to it, because it is advice to ministers by lawyers.\n"
            "Public interest test\nFor disclosure: the public should know how policy is made. Against disclosure: ministers need to be able to "
            "take advice in private. The balance lies in favour of maintaining both exemptions."
        ),
    ),
    "L108": (
        council("The Council holds the e-mails. Some of them are exempt under section 40(2)."),
        trust("The Trust holds the report but it has been withheld under section 41(1) of the Act."),
        department("The Department holds this. We have applied section 44(1)(a)."),
        scottish("The Council holds the letter. It is exempt in terms of section 36(2)."),
        police("The force holds the names, which I have removed by virtue of section 40(2)."),
    ),
    "L109": (
        council(
            "The Council holds the contract. The unit prices are withheld under section 43(2), because to publish them would be likely to "
            "prejudice the supplier in the next tender."
        ),
        police(
            "The force holds the plan of the cells. It is exempt under section 31(1)(a), since its release would help people to plan an escape."
        ),
        university(
            "The University holds the advice. It is exempt under section 42(1), being advice from solicitors in contemplation of a claim."
        ),
        scottish(
            "The Council holds the offer. It is exempt under section 33(1)(b), since release would be likely to prejudice substantially "
            "the bidder's commercial interests."
        ),
        environmental(
            "The Authority holds the draft survey. It is excepted under regulation 12(4)(d), because it is still being written."
        ),
        department(
            "The Department holds the draft policy. It is exempt under section 35(1)(a), as it relates to the formulation of policy on ferries."
        ),
    ),
    "L110": (
        trust(
            "The Trust holds the names. They are exempt under section 40(2), as they are those of nurses.\nPublic interest test - section 40\nFactors in favour of "
            "disclosure\nThe public would know more of how the ward is run.\nFactors against disclosure\nNurses could be troubled at home.\nConclusion\nThe public interest in "
            "maintaining the exemption outweighs that in disclosure."
        ),
        police(
            "The force holds this. It is exempt under section 23(1), since it was supplied by a body named in section 23(3).\n"
            "Public Interest Test - Section 23\nFactors favouring disclosure: the public would know more.\nFactors against disclosure: it would "
            "damage national security.\nBalance: the factors against disclosure prevail."
        ),
        council(
            "The Council holds this. It is published at www.example.gov.uk/spend and so exempt under section 21. We weighed the public interest in "
            "section 21. In favour of disclosure, people like openness. Against disclosure, it would waste officers' time. The public interest favours "
            "maintaining the exemption under section 21."
        ),
        department(
            "The Department holds this. Section 44(1)(a) applies, because the Ferries Act 1988 bars its release.\nSection 44 - arguments for "
            "disclosure\nThe public would be better informed.\nSection 44 - arguments against disclosure\nThe law bars it.\nConclusion\nThe balance "
            "favours withholding it."
        ),
        scottish(
            "The Council holds this. It is exempt under section 26(a), because another Act prohibits its disclosure.\nPublic interest - section 26\n"
            "In favour of disclosure: openness.\nAgainst disclosure: the prohibition.\nOn balance the exemption is maintained."
        ),
    ),
    "L111": (
        council(
            "The Council holds the contract. Prices are withheld under section 43(2), as they might affect the supplier.\n"
            + _TEST.format("openness about spending.", "the supplier sees its prices as private.")
        ),
        police(
            f"The force holds the plan. It is exempt under section 31(1)(a), because it is about the security of the cells.\n"
            f"{_TEST.format('the public want to know that the cells are safe.', 'it is about security.')}"
        ),
        scottish(
            f"The Council holds the offer. It is exempt under section 33(1)(b), as it could harm the bidder.\n"
            f"{_TEST.format('openness about spending.', 'the bidder asked for confidence.')}"
        ),
        environmental(
            "The Authority holds the bid. It is excepted under regulation 12(5)(e), because it is confidential commercial information that may "
            "harm the bidder.\nIn favour of disclosure: openness about rivers.\nAgainst disclosure: the bidder asked for confidence.\nThe public "
            "interest in maintaining the exception outweighs that in disclosure, despite the presumption in favour of it."
        ),
    ),
    "L112": (
        university(
            f"The University holds the minutes. They are withheld under section 36(2)(b)(ii), because release would be likely to inhibit the free "
            f"exchange of views.\n{_TEST.format('students should know how decisions are made.', 'council members would speak less freely.')}"
        ),
        trust(
            f"The Trust holds the review. Section 36(2)(c) is engaged, since its release would prejudice the effective conduct of public affairs.\n"
            f"{_TEST.format('patients should see it.', 'staff would not speak openly.')}"
        ),
        council(
            f"The Council holds the briefing. It is exempt under sections 36(2)(b)(i) and (c): the Chief Executive believes that release would be likely "
            f"to inhibit advice.\n{_TEST.format('residents should see it.', 'officers would write less candidly.')}"
        ),
    ),
    "L128": (
        environmental(
            "The Authority does not hold this. This letter is a refusal notice under section 17(1) of the Freedom of Information Act 2000."
        ),
        scottish(
            "The Council does not hold this. This letter is a notice under section 17(1) of the Freedom of Information Act 2000."
        ),
        council(
            "The Council holds the flood survey. It is exempt under regulation 12(4)(d), as it is unfinished.\n"
            "In favour of disclosure: residents want to know of floods.\nAgainst disclosure: a half-finished survey misleads.\nThe balance lies in "
            "withholding it."
        ),
        scottish(
            "The Council holds the letter. It is exempt under section 41 of the Freedom of Information Act 2000, as it was given in confidence by a "
            "tenant, who could sue."
        ),
        environmental(
            "The Authority holds the bid. It is withheld under section 43(2) of the Freedom of Information Act 2000, since its release would be "
            f"likely to prejudice the bidder's trade.\n{_PRICES}"
        ),
    ),
    "L130": (
        council(
            f"The Council holds the contract. Its prices are exempt under section 43(2), which is an absolute exemption; their release would be likely to "
            f"prejudice the supplier.\n{_PRICES}"
        ),
        department(
            "The Department holds the advice. It is exempt under section 42(1), as lawyers gave it. Section 42 is a prejudice-based exemption.\n"
            + _TEST.format("openness.", "ministers need advice in private.")
        ),
        police(
            f"The force holds the plan. Section 31(1)(a) is a class-based, qualified exemption, and release of the plan would be likely to help burglars.\n"
            f"{_PRICES}"
        ),
        trust(
            "The Trust holds the letters. They are exempt under section 41(1), as patients wrote them in confidence and could sue. Section 41 is a qualified "
            "exemption."
        ),
    ),
    "L136": (
        trust(
            "The Trust holds the names. They are exempt under section 40(2), since to release them would breach the first principle of the Data Protection "
            "Act 1998."
        ),
        police(
            "The force neither confirms nor denies that it holds the information by virtue of section 40(5)(b)(i), as to say so would tell the world whether "
            "a person had been arrested. No inference can be drawn from this that information is or is not held."
        ),
        scottish(
            "The Council holds the names. They are exempt under section 38(1)(b): to release them would breach the Data Protection Act 1998."
        ),
    ),
    "L139": (
        police(
            "The force holds the plan. It is exempt under sections 24(1) and 31(1)(a), as its release would be likely to help terrorists and burglars.\n"
            "Factors favouring disclosure for Section 24\nThe public would know more of how money is spent.\nFactors against disclosure for Section 24\nIt would "
            "harm national security.\nFactors favouring disclosure for Section 31\nThe public would feel safer.\nFactors against disclosure for Section 31\nIt would "
            "hinder the prevention of crime.\nBalance Test\nThe points above highlight the merits of disclosure, but the safety of the country outweighs them."
        ),
        department(
            "The Department holds the paper. It is exempt under sections 35(1)(a) and 42(1), as it formulates policy and holds legal advice.\nSection 35 - in "
            "favour of disclosure: the public would see how policy is made.\nSection 35 - against disclosure: ministers need a safe space.\nSection 42 - in favour of "
            "disclosure: the public would see the advice.\nSection 42 - against disclosure: lawyers must be able to advise in confidence.\nBalance of the public "
            "interest\nThe public interest in maintaining the exemptions outweighs that in disclosure."
        ),
        scottish(
            "The Council holds the offer and the advice. They are exempt under sections 33(1)(b) and 36(1), since release would be likely to prejudice "
            "substantially the bidder, and lawyers gave the advice in confidence.\nSection 33 - for disclosure: openness about spending.\nSection 33 - against "
            "disclosure: rivals would gain.\nSection 36 - for disclosure: openness.\nSection 36 - against disclosure: advice must be private.\nConclusion\nThe public "
            "interest in maintaining the exemptions outweighs that in disclosure."
        ),
    ),
}
SILENT = {
    "L107": (
        trust(
            f"The Trust holds the e-mails. Names are redacted under section 40(2) of the Act {_STAFF} Section 40 is explained on our website."
        ),
        council(
            "The Council holds this. It is exempt under section 21, as it is published at www.example.gov.uk/spend."
        ),
        scottish(f"The Council holds the names. They are exempt under section 38(1)(b) of the Act {_STAFF}"),
        environmental(
            f"The Authority holds the draft. It is excepted under regulation 12(4)(d), as it is unfinished. The exceptions in regulation 12 are "
            f"subject to a public interest test and to the presumption in favour of disclosure.\n{_PRICES}"
        ),
        department(
            "The Department holds the advice. It is exempt under section 42(1), because it is advice by lawyers.\nFor disclosure: the public should "
            "know how policy is made. Against disclosure: lawyers must be able to advise in confidence. The balance lies in favour of maintaining "
            "the exemption."
        ),
    ),
    "L108": (
        council(f"The Council holds the e-mails. Names are exempt under section 40(2) {_STAFF}"),
        trust(
            "The Trust holds the report. It is withheld under section 41(1) of the Act. A patient's family gave it to us on the understanding that it would go "
            "no further, and they could bring a claim if it did."
        ),
        department(
            "The Department holds this. We have applied section 44(1)(a): the Ferries Act 1988, section 9, forbids us to disclose what operators tell us."
        ),
        scottish(
            "The Council holds the letter. It is exempt in terms of section 36(2), as it was obtained from a tenant in confidence and its release would be "
            "an actionable breach."
        ),
        police(
            "I have removed the names by virtue of section 40(2). The reason is that these are serving officers of the rank of constable, whose identities are "
            "their personal data."
        ),
    ),
    "L109": (
        council(
            "The Council holds the contract. The unit prices are withheld under section 43(2), because to publish them would be likely to prejudice the "
            f"supplier.\n{_PRICES}"
        ),
        police(
            "The force holds the plan. It is exempt under section 31(1)(a), since its release would help people to escape.\nFactors favouring disclosure\nThe public "
            "would be satisfied that prisoners are kept securely.\nFactors favouring non-disclosure\nThose who mean to escape would learn where the doors are.\n"
            "Balancing test\nIt is our view that the arguments for non-disclosure carry more weight."
        ),
        university(
            "The University holds the advice. It is exempt under section 42(1), being legal advice. We recognise that there is a public interest in openness about "
            "how the University acts. However, there is a strong public interest in being able to take legal advice in confidence. We find that the second "
            "outweighs the first."
        ),
        trust(
            f"The Trust holds the e-mails. Names are redacted under section 40(2) {_STAFF} As this is an absolute exemption there is no public interest test."
        ),
        scottish(
            "The Council holds the letter. It is exempt under section 36(2), as a tenant gave it in confidence and could sue. The exemption is absolute."
        ),
        environmental(
            "The Authority holds the names of those who complained. They are withheld under regulation 13(1), since they are personal data of private people and to "
            "release them would be unfair."
        ),
    ),
    "L110": (
        police(
            "The force holds this. It is exempt under sections 23(1) and 24(1), since it was supplied by a security body and is required for national security. Section 23 "
            "is absolute and no public interest test is needed.\nSection 24 - factors favouring disclosure\nThe public would know more.\nSection 24 - factors against "
            "disclosure\nThose who mean harm would learn from it.\nSection 24 - balance\nThe public interest in maintaining section 24 outweighs that in disclosure."
        ),
        council(
            "The Council holds the letter. It is exempt under section 41(1). We asked whether there would be a defence of public interest to an action for breach "
            "of confidence; there would not, as nothing in it shows any wrongdoing."
        ),
        trust(
            f"The Trust holds the names. They are exempt under section 40(2) {_STAFF} We weighed the legitimate interest in knowing them against their rights, and their "
            "rights prevail."
        ),
        environmental(
            f"The Authority holds the draft. It is excepted under regulation 12(4)(d), as it is unfinished.\n{_PRICES}"
        ),
        scottish(
            "The Council holds this. It is exempt under section 26(a), because the Ferries Act 1988 bars it. No public interest test applies."
        ),
    ),
    "L111": (
        council(
            f"The Council holds the contract. Prices are withheld under section 43(2), as release would be likely to prejudice the supplier.\n{_PRICES}"
        ),
        police(
            "The force holds the plan. It is exempt under section 31(1)(a). Disclosure would prejudice the prevention of crime.\n"
            f"{_TEST.format('the public want to know that the cells are safe.', 'burglars would gain.')}"
        ),
        scottish(
            f"The Council holds the offer. It is exempt under section 33(1)(b). Release would, or would be likely to, prejudice substantially the bidder's "
            f"interests.\n{_PRICES}"
        ),
        department(
            "The Department holds the advice. It is exempt under section 42(1), because it is advice by lawyers.\nFor disclosure: openness. Against disclosure: "
            "lawyers must be able to advise in confidence. The balance lies in favour of maintaining the exemption."
        ),
        environmental(
            "The Authority holds the bid. It is excepted under regulation 12(5)(e): its release would adversely affect the bidder, as rivals would see the price.\n"
            f"{_PRICES}"
        ),
        trust(
            "The Trust holds the plan. There is a likelihood that its release would endanger the safety of staff, and it is exempt under section 38(1)(b).\n"
            f"{_TEST.format('openness.', 'staff would be at risk.')}"
        ),
    ),
    "L112": (
        university(
            "The University holds the minutes. They are withheld under section 36(2)(b)(ii). The Vice-Chancellor, who is the qualified person for the University, gave his "
            "opinion on 1 March 2024 that release would be likely to inhibit the exchange of views.\n"
            f"{_TEST.format('students should know how decisions are made.', 'members would speak less freely.')}"
        ),
        scottish(
            f"The Council holds the minutes. They are exempt under section 30(b)(ii), because release would be likely to inhibit substantially the exchange of views.\n"
            f"{_TEST.format('openness.', 'members would speak less freely.')}"
        ),
        council(
            "The Council holds the briefing. Sections 36(2)(b)(i) and (c) apply. In the reasonable opinion of the Monitoring Officer, as qualified person, release would be likely "
            f"to inhibit advice.\n{_TEST.format('residents should see it.', 'officers would write less candidly.')}"
        ),
    ),
    "L128": (
        council(
            "The Council holds the flood survey. We considered this under the Environmental Information Regulations 2004, since section 39 of the Freedom of Information Act "
            "sends environmental information there. It is excepted under regulation 12(4)(d), as it is unfinished.\nIn favour of disclosure: residents want to know of "
            "floods.\nAgainst disclosure: a half-finished survey misleads.\nThe balance lies in withholding it."
        ),
        scottish(
            f"The Council holds the names. They are exempt under section 38(1)(b) of the Act {_STAFF} They are personal data as defined by the Data Protection Act 2018 "
            "and the UK GDPR."
        ),
        environmental(
            "The Authority holds this. The pump ran on 41 days. The Freedom of Information Act 2000 does not apply to environmental information; see its section 39."
        ),
        police(
            f"The force holds the names, which are exempt under section 40(2) {_STAFF} The Police (Northern Ireland) Act 2000 and section 29 of the Theft Act 1968 are not "
            "exemptions."
        ),
    ),
    "L130": (
        council(
            f"The Council holds the contract. Section 43(2) is a qualified, prejudice-based exemption. Release would be likely to prejudice the supplier.\n{_PRICES}"
        ),
        police(
            "The force holds this. It is exempt under sections 23(1) and 24(1), since a security body supplied it and exemption is required for national security. Section 23 is an "
            "absolute class-based exemption and section 24 is qualified.\n"
            "Section 24 - factors favouring disclosure\nThe public would know more.\nSection 24 - factors against disclosure\nThose who mean harm would learn from it.\n"
            "Section 24 - balance\nThe public interest in maintaining section 24 outweighs that in disclosure."
        ),
        trust(
            f"The Trust holds the e-mails. Names are redacted under section 40(2) {_STAFF} This is an absolute exemption, so no public interest test is needed."
        ),
        department(
            "The Department holds the advice. Section 42(1) is a class-based and qualified exemption; lawyers gave the advice.\nFor disclosure: openness. Against "
            "disclosure: lawyers must be able to advise in confidence. The balance lies in favour of maintaining the exemption."
        ),
    ),
    "L136": (
        trust(
            "The Trust holds the names. They are exempt under section 40(2), since to release them would breach the first principle of the UK GDPR and the Data Protection "
            "Act 2018, because these are junior staff who would not expect it."
        ),
        police(
            "The force neither confirms nor denies that it holds the information by virtue of section 40(5B)(a)(i), as to say so would tell the world whether a person had "
            "been arrested. No inference can be drawn from this that information is or is not held."
        ),
        council(
            "The Council holds this. In 2011 it was fined under the Data Protection Act 1998, which was then in force."
        ),
    ),
    "L139": (
        environmental(
            "The Authority holds the draft bid. It is excepted under regulations 12(4)(d) and 12(5)(e), as it is unfinished and its release would adversely affect the "
            "bidder.\nIn favour of disclosure: openness about rivers.\nAgainst disclosure: a half-finished bid misleads and rivals would gain.\nThe public interest in "
            "maintaining the exceptions outweighs that in disclosure, despite the presumption."
        ),
        council(
            "The Council holds the contract. Prices are withheld under section 43(2) and names under section 40(2), as prices would be likely to help rivals and the names are "
            f"those of junior staff.\n{_PRICES}"
        ),
        department(
            "The Department holds the paper. It is exempt under sections 35(1)(a) and 42(1), as it formulates policy and holds legal advice.\nSection 35 - in favour of "
            "disclosure: the public would see how policy is made.\nSection 35 - against disclosure: ministers need a safe space.\nSection 35 - balance: the safe space "
            "outweighs openness.\nSection 42 - in favour of disclosure: the public would see the advice.\nSection 42 - against disclosure: lawyers must be able to advise "
            "in confidence.\nSection 42 - balance: that confidence outweighs openness."
        ),
    ),
}
