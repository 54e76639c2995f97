/** Which account of the local chain plays which role; accounts come from the well-known test mnemonic. */
export const accountIndex = {
  deployer: 0,
  /** Stands in for votes in the timelock while there is nobody to vote; renounces that when history begins to be lived. */
  governance: 1,
  /** Operator of the first platform. */
  platform: 2,
  /** Sends what anybody may send: openings, tallies, scores, closings. */
  keeper: 3,
  /** Signs the receipts of the first platform. */
  platformSigner: 4,
  firstExpert: 5,
  firstProducer: 15,
  /** Operator of a second platform, which cheats. */
  cornerMarket: 23,
  cornerMarketSigner: 24,
  firstRecommender: 25,
  /** Holds the founders' tenth of CTT. */
  founders: 29,
  /** Only buys; experiencers and recommenders may buy, too. */
  firstConsumer: 30,
  firstExperiencer: 35,
  /** They say together what is not true. */
  firstColluder: 50,
  /** Admits and suspends platforms in the first half year. */
  guardian: 89,
  /** The first validators: experiencers who judge and do not report on what is sold here. */
  firstJuror: 90,
} as const;

/** Accounts that the local chain has. */
export const ACCOUNT_COUNT = 160;
