/** What a dispute costs and its jurors risk; fixed when it is created. Amounts in the smallest unit. */
export interface CourtParameters {
  /** in the chain's coin, for each seat */
  feePerJuror: bigint;
  /** CTT: most that a seat can lose in a round */
  lockPerSeat: bigint;
  incoherentBps: number;
  silentBps: number;
  /** of the fees of an appeal's jury */
  appealBondBps: number;
}
