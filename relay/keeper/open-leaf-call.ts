import { type Address, encodeFunctionData, type Hex } from 'viem';
import type { StatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import { innerTreeArgument } from '../../protocol/settlement/contract-arguments.ts';
import { proveLot } from '../../protocol/settlement/prove-lot.ts';
import { proveNominee } from '../../protocol/settlement/prove-nominee.ts';
import { proveRecommender } from '../../protocol/settlement/prove-recommender.ts';
import { abis } from '../chain/abis.ts';
import type { Chain } from '../chain/connect-chain.ts';
import type { LeafKind } from '../statements/tables.ts';

export interface LeafOfStatement {
  epoch: number;
  kind: LeafKind;
  /** 0 for a recommender. */
  lotId: number;
  /** Nominee or recommender; 0 for a lot. */
  partyId: number;
}

export interface LeafCall {
  /** The leaf within its statement, such as `nominee/5/12`. */
  name: string;
  to: Address;
  data: Hex;
  doneBy: readonly string[];
}

/** The call that opens a leaf. @throws ProtocolError `UnknownLot`, `UnknownNominee` or `UnknownRecommender` when there is none */
export function openLeafCall(
  { platformId, contracts }: Pick<Chain, 'platformId' | 'contracts'>,
  trees: StatementTrees,
  { epoch, kind, lotId, partyId }: LeafOfStatement,
): LeafCall {
  const abi = abis.settlement;
  const to = contracts.settlement;
  switch (kind) {
    case 'lot': {
      const proof = proveLot(trees, lotId);
      const args = [platformId, epoch, lotId, innerTreeArgument(proof), proof.siblings] as const;
      const data = encodeFunctionData({ abi, functionName: 'openLot', args });
      return { name: `lot/${lotId}`, to, data, doneBy: ['LotAlreadyOpened'] };
    }
    case 'nominee': {
      const proof = proveNominee(trees, lotId, partyId);
      const args = [platformId, epoch, lotId, partyId, innerTreeArgument(proof), proof.siblings] as const;
      const data = encodeFunctionData({ abi, functionName: 'openNominee', args });
      return { name: `nominee/${lotId}/${partyId}`, to, data, doneBy: ['NomineeAlreadyOpened'] };
    }
    case 'recommender': {
      const proof = proveRecommender(trees, partyId);
      const args = [platformId, epoch, partyId, innerTreeArgument(proof), proof.siblings] as const;
      const data = encodeFunctionData({ abi, functionName: 'openRecommender', args });
      return { name: `recommender/${partyId}`, to, data, doneBy: ['RecommenderAlreadyOpened'] };
    }
  }
}
