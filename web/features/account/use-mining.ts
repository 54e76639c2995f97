import { useQuery } from '@tanstack/react-query';
import { abis } from '../../shared/chain/contracts.ts';
import { useChainClient } from '../../shared/chain/use-chain-client.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { type AccountData, minedRoundsQuery } from './account-queries.ts';
import { isMining, type MiningState, miningState, type WinningReport } from './mining.ts';

/** Questions at a time that public nodes take without complaint. */
const AT_A_TIME = 25;

export interface MiningRow extends WinningReport {
  readonly state: MiningState;
}

/** Winning reports of an account that mine or mined, the latest first; undefined: not known yet. */
export function useMining({ account, emission }: AccountData, epoch: number): MiningRow[] | undefined {
  const reports = (account?.experiencer?.reports ?? []).filter(
    ({ lot }) => (lot.round?.scoringEpoch ?? -1) >= (emission?.firstEpoch ?? Number.POSITIVE_INFINITY),
  );
  const ids = reports.map(({ lot }) => entityId(lot.number));
  const registered = useSubgraph(minedRoundsQuery, { ids }, { enabled: ids.length > 0 }).data;
  if (ids.length === 0) return [];
  if (!registered) return undefined;
  const known = new Set(registered.minedRounds.map(({ lot }) => lot.number));
  const claimed = new Set(account?.miningClaims.map(({ round }) => round.lot.number));
  return reports.map(({ lot: { number, lotCode, round } }) => {
    const report = {
      lotId: number,
      lotCode,
      scoringEpoch: round?.scoringEpoch ?? 0,
      closed: round?.closed ?? false,
      registered: known.has(number),
      claimed: claimed.has(number),
    };
    return { ...report, state: miningState(report, epoch) };
  });
}

/** CTT that registered reports mine, by lot, from the chain. */
export function useMinable(experiencerId: number, rows: readonly MiningRow[]) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  const lots = rows.filter(({ state, registered }) => registered && isMining(state)).map(({ lotId }) => lotId);
  return useQuery({
    queryKey: ['chain', 'minable', experiencerId, lots.join()],
    enabled: lots.length > 0,
    queryFn: async (): Promise<ReadonlyMap<number, bigint>> => {
      const found = new Map<number, bigint>();
      for (let i = 0; i < lots.length; i += AT_A_TIME) {
        const asked = lots.slice(i, i + AT_A_TIME).map(async (lotId) => {
          const args = [lotId, experiencerId] as const;
          const read = { address: contracts.emission, abi: abis.emission, functionName: 'minedBy' } as const;
          found.set(lotId, await client.readContract({ ...read, args }));
        });
        await Promise.all(asked);
      }
      return found;
    },
  });
}
