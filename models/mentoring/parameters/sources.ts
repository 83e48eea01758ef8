/** Where defaults and ranges come from: one line for each source that parameters cite. */

export const sources = {
  assumption: 'assumption of this project; no published value found',
  prototype: 'assumption; default tuned so that a baseline meets published prevalences',
  harvard: 'Ramanan et al. 2006, 329 internal medicine residents (PMC1484727)',
  mgh: 'Walensky et al. 2018, 553 faculty of medicine (10.1186/s12909-018-1191-5)',
  silver: 'Silver et al. 2024, 6,373 surgery residents (10.1001/jamasurg.2024.0533)',
  silverThoughts:
    'Silver et al. 2024, thoughts of leaving, odds ratio 0.42 (10.1001/jamasurg.2024.0533); exits themselves assumed to follow less (key: eff_mentor_attr)',
  luckhaupt: 'Luckhaupt et al. 2005, 111 US general medicine mentors (key: cap_base, load_init)',
  lazega:
    'advice network of 71 lawyers, odds ratios computed from the data (key: w_hom_gender, w_div)',
  gallen: 'Gallen and Wasserman, contacts of 3,300 students with mentors (key: w_hom_race)',
  cadence: 'cadences of residency programmes, PMC10150829 and PMC6418850 (key: meet_rate)',
  amonoo: 'Amonoo et al. 2024, 11 mentorship families (10.1186/s12909-024-06447-2; key: p_dead)',
  ragins: 'Ragins and Cotton 1999, formal against informal mentors (key: q_formal, q_informal)',
  choudhury:
    'Prionas et al. 2021 and Riley et al. 2024 (10.1186/s12909-024-05852-x; key: virt_eff_I, virt_eff_P)',
  pfund:
    'Pfund et al. 2014, trial of mentor training (10.1097/ACM.0000000000000218); size recalled, unverified',
  trejo: 'Trejo et al. 2021, gains still rising after two years (10.1017/cts.2021.883)',
  centola: 'Centola et al. 2018, tipping of norms (10.1126/science.aas8827); the size is assumed',
  maisel: 'Maisel et al. 2017, incentives of 110 mentors (key: credit_lever); the size is assumed',
  straus: 'Straus et al. 2013, causes of failed mentoring (PMC3665769); the size is assumed',
  pmi: 'Venktaramana et al. 2023, seven competency-based stages (10.1186/s12909-023-04021-w)',
  kram: 'Kram 1983 phases, through the review of the seven stages (10.1186/s12909-023-04021-w)',
  kramSeparation:
    'Kram 1983, separation of 6 to 24 months recalled, unverified (10.1186/s12909-023-04021-w)',
  burt: 'Burt 2002, bridges gone a year later (key: tie_decay_weak, tie_decay_strong)',
  west: 'West et al. 2014 and 2021, randomised small groups of physicians (10.1016/j.mayocp.2021.02.028)',
  facilitated: 'facilitated peer mentoring, Mayo (PMC3325854), and 10.1017/cts.2021.776',
  burnoutResidents: 'prevalence in 22,778 and 31,210 residents (PMC6539366; key: b0_res)',
  burnoutFaculty:
    'Shanafelt et al. 2025 and AAMC StandPoint (10.1016/j.mayocp.2024.11.031; key: b0_fac)',
  bakker:
    'Bakker et al. 2005, contagion among 1,849 nurses: direction only, size assumed (key: burn_contagion)',
  hamidi: 'Hamidi et al. 2018, burnout and departure (10.1186/s12913-018-3663-z; key: attr_fac)',
  attrition: 'faculty attrition, PMC10352856 and others (key: attr_fac, attr_early)',
  residentAttrition:
    'meta-analyses of resident attrition, 2.4 % a year in surgery; 1 % over all programmes is recalled, unverified (key: attr_res)',
  xierali: 'Xierali et al. 2021, promotion of assistant professors (key: prom)',
  composition: 'US faculty composition (PMC8933272; key: p_women, p_URM)',
  acgme: 'ACGME 2023–24 programme sizes (key: res_fac_ratio)',
  schloss:
    'Schloss et al. 2009, turnover cost in 2004 US$; carried to 2024 by price rises that are recalled, unverified (key: cost_turnover)',
  caruso: 'Caruso et al. 2016 and 2019, funded mentor time (10.4300/JGME-D-15-00335.1)',
  selfEfficacy:
    'Feldman et al. 2010, self-efficacy of 464 junior faculty with and without a mentor (PMC2860862; key: eff_selfeff); carried over to learning',
  pethrick:
    'Pethrick et al. 2020, peer mentoring in residency (PMID 33349761): direction only, size assumed',
  eby: 'Eby et al. 2008, meta-analysis of mentored and not (10.1016/j.jvb.2007.04.005); magnitude recalled, unverified (key: eff_mentor_prom)',
  eby2013: 'Eby et al. 2013, meta-analysis of 173 samples: ρ 0.36 to 0.38 (10.1037/a0029279)',
  ring: 'ring theory of personhood, through Venktaramana et al. 2023 (10.1186/s12909-023-04021-w): direction only, ring names recalled, unverified',
  residentComposition: 'slightly more than among faculty (PMC8933272); size assumed',
  fullProfessors:
    'US 2014: 11.9 % of women and 28.6 % of men were full professors (PMC4665995), so 23 % of full professors were women',
  minorityTax:
    'concept: smyre-0232 in Family Medicine; Rodriguez, Campbell and Pololi 2015, recalled, unverified; no multiplier is published (key: minority_tax)',
  noSize: 'no published size found: neutral by default',
  richter: 'Richter et al. 2020, promotion of women, hazard ratios 0.76 and 0.77 (PMID 33252871)',
  incentives:
    'Maisel et al. 2017, incentives raise time given to mentoring: direction only (key: credit_lever)',
  selection: 'Sandvik et al., those who benefit most opt out (key: kappa)',
} as const;
