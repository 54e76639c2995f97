import { graphql } from '../../../generated/gql.ts';
import type { ReportPageQuery } from '../../../generated/graphql.ts';
import { entityId } from '../../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../../shared/subgraph/use-subgraph.ts';

const REPORT_PAGE = graphql(/* GraphQL */ `
  query ReportPage($lot: ID!, $report: ID!) {
    lot(id: $lot) {
      ...DeskLot
      producer {
        id
      }
      model {
        number
        owner {
          id
        }
      }
      revision {
        number
        documentCid
        parameters(orderBy: position) {
          position
          code
          decimals
          legalMin
          legalMax
          tolerance
          weightBps
          text {
            nameZh
            nameEn
            unit
          }
        }
      }
      claims(orderBy: position) {
        code
        claim
      }
      commodity {
        lastProvenLot {
          claims(orderBy: position) {
            code
            consensus
          }
        }
      }
      round {
        consensus
        base
        kappaBps
        prize
        shares
        winningBucket
        winners
        revealed
        case {
          number
        }
      }
    }
    report(id: $report) {
      ...DeskReport
      values
      evidenceCid
      accuracy
      quality
      bucket
      nominated
      powerEarned
      bondReturned
      weight
      receiptDigest
    }
    protocol(id: "0x00") {
      bondMultiple
      kappaBps
    }
  }
`);

export type ReportLot = NonNullable<ReportPageQuery['lot']>;
export type OwnReport = NonNullable<ReportPageQuery['report']>;

/** A lot as its reporter sees it, and his report if there is one. */
export function useReportLot(lotId: number, experiencerId: number) {
  return useSubgraph(REPORT_PAGE, { lot: entityId(lotId), report: entityId(lotId, experiencerId) });
}

/** What anybody knows of each parameter: the last consensus of the commodity, else the open claim, else the middle of the range. */
export function knownValues(
  lot: ReportLot,
): { code: string; lastConsensus?: number; openClaim?: number; legalMin: number; legalMax: number }[] {
  const last = new Map(lot.commodity.lastProvenLot?.claims.map(({ code, consensus }) => [code, consensus]));
  const open = new Map(lot.claims.map(({ code, claim }) => [code, claim]));
  return lot.revision.parameters.map(({ code, legalMin, legalMax }) => {
    const [lastConsensus, openClaim] = [last.get(code) ?? undefined, open.get(code) ?? undefined];
    return {
      code,
      legalMin,
      legalMax,
      ...(lastConsensus !== undefined && { lastConsensus }),
      ...(openClaim !== undefined && { openClaim }),
    };
  });
}
