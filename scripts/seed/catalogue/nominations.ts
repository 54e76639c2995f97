/** What people do about elections; all amounts in whole CTT. */
export interface SeedCandidacy {
  /** Key of an experiencer. */
  readonly candidate: string;
  readonly selfBond: number;
  readonly commissionBps: number;
}

export interface SeedNomination {
  /** Key of whoever bonds. */
  readonly voter: string;
  /** Added to what is bonded already. */
  readonly bond: number;
  /** Keys of candidates. */
  readonly names: readonly string[];
}

/** From this epoch on they want to be elected; the jurors of the catalogue run from the first election on. */
export const candidacies: Readonly<Record<number, readonly SeedCandidacy[]>> = {
  6: [
    { candidate: 'zhouLab', selfBond: 4_000, commissionBps: 900 },
    { candidate: 'linMeasures', selfBond: 2_500, commissionBps: 400 },
    { candidate: 'inspectorWu', selfBond: 3_000, commissionBps: 500 },
    { candidate: 'hexagonLab', selfBond: 6_000, commissionBps: 2_000 },
    { candidate: 'nurseTang', selfBond: 1_500, commissionBps: 0 },
  ],
  8: [{ candidate: 'dataDan', selfBond: 2_000, commissionBps: 100 }],
};

/** By the epoch in which people make them. What is named after an election's snapshot waits for the next one. */
export const nominations: Readonly<Record<number, readonly SeedNomination[]>> = {
  2: [
    { voter: 'liu', bond: 12_000, names: ['judgeZhong', 'standardsYang', 'consumersVoice'] },
    { voter: 'maria', bond: 8_000, names: ['consumersVoice', 'fourSeasons', 'farmersUnion'] },
    { voter: 'canteen', bond: 20_000, names: ['judgeZhong', 'pingxin', 'accountantXu', 'customsNing'] },
    { voter: 'zhao', bond: 5_000, names: ['standardsYang', 'consumersVoice'] },
    { voter: 'orchardRadio', bond: 6_000, names: ['fourSeasons', 'farmersUnion', 'openData'] },
    { voter: 'auntSun', bond: 4_000, names: ['consumersVoice', 'accountantXu'] },
    { voter: 'gadgetPost', bond: 5_000, names: ['pingxin', 'customsNing', 'openData'] },
    { voter: 'grain', bond: 15_000, names: ['standardsYang', 'customsNing', 'farmersUnion'] },
    { voter: 'teaAndHoney', bond: 10_000, names: ['judgeZhong', 'fourSeasons', 'openData'] },
    { voter: 'textile', bond: 12_000, names: ['standardsYang', 'pingxin', 'openData'] },
    { voter: 'foodContact', bond: 14_000, names: ['accountantXu', 'customsNing', 'farmersUnion'] },
    { voter: 'electronics', bond: 9_000, names: ['judgeZhong', 'openData'] },
  ],
  6: [
    { voter: 'liu', bond: 0, names: ['judgeZhong', 'standardsYang', 'consumersVoice', 'zhouLab', 'inspectorWu'] },
    { voter: 'maria', bond: 2_000, names: ['consumersVoice', 'fourSeasons', 'farmersUnion', 'inspectorWu'] },
    {
      voter: 'canteen',
      bond: 5_000,
      names: ['judgeZhong', 'pingxin', 'accountantXu', 'customsNing', 'linMeasures', 'hexagonLab'],
    },
    { voter: 'auntSun', bond: 0, names: ['consumersVoice', 'accountantXu', 'nurseTang'] },
    { voter: 'teaWalker', bond: 3_000, names: ['inspectorWu', 'nurseTang'] },
  ],
  8: [{ voter: 'zhao', bond: 4_000, names: ['standardsYang', 'consumersVoice', 'inspectorWu', 'dataDan'] }],
};
