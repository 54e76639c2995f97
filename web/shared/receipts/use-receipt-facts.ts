import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import type { StatementRoots } from '../../../protocol/settlement/statement.ts';
import { abis } from '../chain/contracts.ts';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import type { ReadReceipt } from './receipt-file.ts';
import { CASE_STATES, type CaseState } from './receipt-standing.ts';
import { isSignedBy } from './verify-receipt.ts';

/** What the chain says that concerns a receipt. */
export interface ReceiptOnChain {
  /** The platform's key in the receipt's epoch; the zero address when it was not admitted. */
  readonly signer: Address;
  readonly isSigned: boolean;
  /** Null: not posted. */
  readonly statement: (StatementRoots & { readonly postedAt: number }) | null;
  readonly challenge: { readonly state: CaseState; readonly deadline: number; readonly challenger: Address };
}

/** Reads the chain, not the index: the answer is worth money. */
export function useReceiptFacts(signed: ReadReceipt) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  const { receipt, digest } = signed;
  return useQuery({
    queryKey: ['chain', 'receipt', digest, signed.signature],
    queryFn: async (): Promise<ReceiptOnChain> => {
      const platforms = { address: contracts.platforms, abi: abis.platforms } as const;
      const settlement = { address: contracts.settlement, abi: abis.settlement } as const;
      const scope = [receipt.platformId, receipt.epoch] as const;
      const [signer, postedAt, challenge] = await Promise.all([
        client.readContract({ ...platforms, functionName: 'signerOf', args: scope }),
        client.readContract({ ...settlement, functionName: 'postedAtOf', args: scope }),
        client.readContract({ ...platforms, functionName: 'receiptCaseOf', args: [digest] }),
      ]);
      const [isSigned, statement] = await Promise.all([
        isSignedBy(client, signer, signed),
        postedAt === 0 ? null : client.readContract({ ...settlement, functionName: 'statementOf', args: scope }),
      ]);
      const { state, deadline, challenger } = challenge;
      return {
        signer,
        isSigned,
        statement,
        challenge: { state: CASE_STATES[state] ?? 'none', deadline, challenger },
      };
    },
  });
}
