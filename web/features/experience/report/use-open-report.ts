import { useCallback } from 'react';
import { reportSalt } from '../../../../protocol/secrets/derive-salt.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useRootSecret } from '../../../shared/secrets/use-root-secret.ts';
import type { WrittenReport } from './report-document.ts';
import { type SealedReport, sealReport } from './seal-report.ts';

/** Seals a report with the salt that the wallet derives again, to compare it with what was committed to. */
export function useOpenReport() {
  const { chain, contracts } = useAppConfig();
  const unlock = useRootSecret();
  return useCallback(
    async (lotId: number, experiencerId: number, { document, values }: WrittenReport): Promise<SealedReport> => {
      const salt = reportSalt(await unlock(), lotId);
      const seal = { chainId: chain.id, evaluations: contracts.evaluations, lotId, experiencerId, salt };
      return sealReport({ document, values }, seal);
    },
    [chain.id, contracts.evaluations, unlock],
  );
}
