/** What the ODD page of the mentoring model says beside its declarations. */
import type { OddText } from '../../sim/model/odd.ts';
import { stages } from './stages.ts';

const stageNames = stages.map(({ name }) => name).join(', ');

export const oddText: OddText = {
  purpose: [
    'The model explores how policies of an institution change who mentors whom in a teaching hospital or medical school, and what follows from it: access, load, burnout, growth, identity, retention, equity and cost. It compares what-ifs with common random numbers; it does not forecast a department.',
    'Mentoring is treated as a complex adaptive system: ties form, mature, fade and break by local decisions. Policies change the conditions of those decisions. A programme may introduce people; both sides then keep or drop what was begun. No policy sets the rapport of a standing tie or ends one.',
  ],
  patterns: [
    'The model is judged by fifteen patterns, each with a number and an experiment that anybody can run: P1 baseline prevalences, all at once; P2 skewed mentor load; P3 clustering and mixing; P4 mentored people against others; P5 peers buffer strain; P6 balance keeps groups alive; P7 overload; P8 the loss of hallway meetings; P9 a small dose of random ties makes a small world; P10 formal against informal ties; P11 culture has memory; P12 the minority tax; P13 the turnover spiral; P14 stages take time; P15 the neutral model shows no differences. [Verification](verification.md) says which hold and which fail; [calibration](calibration.md) says which parameters were free.',
  ],
  entities: [
    'A **person** holds a *seat*: a faculty post or a resident’s place, of a department and a site. Traits are drawn when the person comes; conditions are reset every week and changed by policies; the rest is state. **Ties** are of two layers: senior ties point from a mentee to a mentor, peer ties are mutual and stored once. **Peer groups**, **departments** and the institution’s **ledger** are tables.',
  ],
  scales: [
    'One step is one week; a year has 52 weeks and begins on 1 July (week 0). The usual horizon is ten years, after a warm-up of twenty-four that is discarded. From 8 people to 400,000. Space is what departments, sites and days on site make of it: who can meet whom.',
    'Shares and states lie between 0 and 1. Utilities and burnout targets are log-odds. Money is in US$ of 2024.',
  ],
  scheduling: [
    'Before the first step, condition columns return to their base values; then the hooks of all policies in force act: conditions, introductions, costs. Processes read conditions and never ask which policy is on.',
    'Decisions read the state that the last week left. One exception is deliberate: scarce capacity is counted at once. Mentors answer in the order of a keyed priority, never of rows, and an answer sees the mentees accepted before it this week. Steps iterate rows in order, and no result depends on that order.',
  ],
  concepts: {
    'Basic principles':
      'Choice follows the stochastic actor-oriented literature: the effects of a utility have its names (density, reputation, triadic closure, homophily, crowding), so that estimates from network panels can be plugged in. Burnout follows demands and resources. Effects that come from observed associations are multiplied by one visible causal share, since healthier and abler people find mentors.',
    Emergence:
      'Loads, degrees, clustering, mixing, gaps in access, the norm of a department, series of departures. None is imposed.',
    Adaptation:
      'People ask and answer by random utility: needs that are met, crowding and strain make them hold back. An overloaded mentor meets everybody less often, and lets the weakest tie go after some weeks.',
    Objectives:
      'The utility of asking a person for mentoring, and the utility of saying yes. Nobody maximises anything for the institution.',
    Learning:
      'Mentoring skill grows with training and practice and fades. Readiness to mentor moves toward what a person has received and what colleagues do.',
    Prediction: 'None: people judge by the present.',
    Sensing:
      'People know rapport and cover of their needs in ties of their own. Of others they know role, rank, department, visible identity, interests and how many mentees they have; the skill of a mentor only where quality is visible.',
    Interaction:
      'Chance encounters, introductions, searches, meetings, group sessions; strain passes along ties by contact; mentees compete for hours of mentors, posts for searches.',
    Stochasticity:
      'Every draw is a function of run key, process, week and the people concerned, never of row or order. Scenarios of a comparison share their luck person by person; one uniform meets one threshold per decision.',
    Collectives:
      'Departments share corridors, workload shocks, searches and a norm. Peer groups form, gain cohesion, fill free seats and dissolve.',
    Observation:
      'Outcomes are read four-weekly from people and ties, or counted as events, by role, rank, gender, representation and department. Groups under five people show nothing. Comparisons with surveys emulate the survey.',
  },
  initialisation: [
    'A synthetic department starts near the means of its variables: people with drawn traits, ranks and tenure, and ties at usual rapport. It is then run for twenty-four years without policies, which are discarded: selection of who stays needs that long to settle. All scenarios of a comparison with the same people and parameters share this warm-up.',
    'A roster of observed people and ties is not warmed up. What was not observed is drawn or assumed, so that the first years are a transition to the model’s own balance: compare scenarios, and do not read the change of one.',
  ],
  input: [
    'The model reads no time series while it runs. A scenario gives parameters, population or roster, policies with dates, horizon and seed. A department’s workload has slow shocks, an autoregression with a memory of 40 weeks.',
  ],
  submodels: [
    'σ(x) = 1 / (1 + e^−x). Rates are declared by the month or the year and turned into weekly ones in one place.',
    'A policy has dates, a ramp, levers and a cost. Programmes share the levers of reach: for whom, what share, assigned or voluntary; volunteers come forward by their own luck and, with the correlation `selfSelection`, by need.',
  ],
  steps: {
    calendar:
      'In week 0 of a year residents move up a PGY. Those at the end graduate; some take a vacant post of their department, the others leave. A new cohort takes the free places.',
    promotion:
      'A mover-stayer mixture: a share is promotable at all. After a lag in rank, a yearly review promotes them with a hazard that rises with the two-year mean of career support (times the causal share) and with recognised mentoring, and bears the declared hazard ratios of groups.',
    availability:
      'Capacity of a mentor: a lasting number of mentees, by rank, raised by protected hours.',
    needs:
      'Six needs (research, clinical, career, wellbeing, sponsorship, identity) with weights by stage of career and track, and lasting differences between people.',
    encounters:
      'Chance contacts per week: with independent days on site in proportion to the product of two people’s presence, with common anchor days to the smaller; times both sociabilities. A share `encounterAcross` comes from the whole place. Beside them introductions by a contact, and searches of people with unmet need, by any medium. Candidates come from fixed lists of seats; a vacant one is a missed contact.',
    groups:
      'A group meets by its cadence. Cohesion approaches a limit that rises with balance 4 s (1 − s), where s is the mean likeness of members in phase, department and interests. Every quarter free seats go to people like the members. The weekly hazard of dissolving falls with cohesion.',
    formation:
      'P(ask) = σ(density + ln initiative + need · share of wanted ties that is missing − crowding · ties beyond + same department + homophily + reputation · ln((1 + mentees held) / 6) + closure · 0.7 (1 − e^(−0.7 shared ties)) + fit − own strain). Where a mentor’s quality is visible, skill takes the place of part of homophily. P(yes) = σ(constant + generativity + fit + homophily + invitation + recognition − strain); a mentor at capacity or at a cap refuses, and the mentee waits. Peers must both want it; their liking is greatest at a likeness below 1.',
    acquaintance:
      'A new tie finds its lasting quality: σ of how two people suit each other, what the mentee brings, the mentor’s skill, distance of interests, and how the tie began. The pair’s luck has no week in its key: who meets later finds the same fit.',
    unrecognised:
      'Hours of mentoring that are asked of senior women and under-represented seniors beside their own mentees, and that count for nothing; recognition takes part of them away.',
    meetings:
      'A tie plans meetings by stage and rapport, or by the cadence of a programme. When the planned hours of a mentor pass the slack over the weekly hours, fewer meetings happen and each does less. A meeting adds gain · quality · (1 − rapport); virtual ones add less, unless they are deliberate.',
    development: `Rapport fades by a share a week. Seven stages (${stageNames}; the labels are this project’s own) follow from meetings, rapport and, for residents, a competence gate; silent ties fall back. Ties end by drift (log-linear in rapport, faster when neglected), mismatch and conflict; failing ones may be released after assessment. The last stage turns a senior tie into a peer tie.`,
    support:
      'Received career, psychosocial and sponsorship support are 1 − e^(−gain · Σ) of sums over ties of rapport × stage × recency × skill. A tie below the quality threshold gives nothing. Partners cover needs by their strengths.',
    culture:
      'Skill returns to its base with a half-life. Generativity approaches own readiness, raised by support received, mixed with what the norm asks: low + range · σ(steepness · (share of colleagues who mentor, as remembered − 0.5)).',
    wellbeing:
      'Burnout approaches σ(strain of the role + trait + demands − psychosocial − career support − meaning − autonomy + dissonance + contagion · (burnout of contacts − usual) − group · cohesion). Demands are workload shocks, vacancies and overload, less relief, and coping damps them. Burned out means 0.5 and above.',
    growth:
      'Residents’ competence grows logistically, faster with support and motivation and slower with burnout. Faculty accumulate career capital with support, sponsorship and time; papers are Poisson counts. Satisfaction follows support, strain and fairness.',
    identity:
      'Four rings of personhood (innate, individual, relational, societal) approach what company, mastery, ties and belonging feed them. Dissonance is their spread.',
    careers:
      'Weekly hazards of leaving: a base rate by role × e^(burnout and satisfaction) × early years × rank × no mentor. Ties of a leaver end. A department runs a few searches at a time; a resident’s place waits for July. Turnover is charged to the ledger.',
  },
};
