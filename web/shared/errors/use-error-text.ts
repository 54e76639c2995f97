import { useCallback } from 'react';
import { type Address, BaseError } from 'viem';
import { ProtocolError, type ProtocolErrorCode } from '../../../protocol/error.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { DocumentError } from '../documents/document-error.ts';
import { shortHex } from '../format/short-hex.ts';
import { useFormat } from '../format/use-format.ts';
import { HttpError, UnreachableError } from '../http/http-error.ts';
import { i18n } from '../i18n/i18n.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { useText } from '../i18n/use-text.ts';
import { problemSentence } from '../relay/problem-sentence.ts';
import { SubgraphError } from '../subgraph/subgraph-error.ts';
import { ContractError } from './contract-error.ts';
import { errorValues } from './error-values.ts';
import { generalErrors } from './general-messages.ts';

const USER_REJECTED = 4001;
const PROTOCOL_MESSAGES = {
  BadGtinDigits: 'errors.protocol.gtinDigits',
  BadGtinLength: 'errors.protocol.gtinLength',
  BadGtinCheckDigit: 'errors.protocol.gtinCheckDigit',
  BadLotCode: 'errors.protocol.lotCode',
  BadBase: 'errors.protocol.link',
  BadCommodityLink: 'errors.protocol.link',
} as const satisfies Partial<Record<ProtocolErrorCode, string>>;

/** Makes a sentence in the reader's language of whatever was thrown. */
export function useErrorText(): (error: unknown) => string {
  const text = useText(generalErrors);
  const format = useFormat();
  const [locale] = useLocale();
  const { chain, relayUrl, subgraphUrl, local } = useAppConfig();

  return useCallback(
    (error) => {
      if (error instanceof ContractError) {
        const values = errorValues(error.errorName, error.inputs, error.args, {
          amount: (value) => (error.currency === 'token' ? format.token(value) : format.amount(value)),
          token: (value) => format.token(value),
          power: (value) => `${format.amount(value)} XP`,
          coin: (wei) => `${format.coin(wei, chain.nativeCurrency.decimals)} ${chain.nativeCurrency.symbol}`,
          bps: format.bps,
          number: format.number,
          dateTime: format.dateTime,
          account: (address: Address) => shortHex(address),
          reportState: (state) => text(`errors.state.${state}`),
          caseState: (state) => text(`errors.case.${state}`),
          proposalState: (state) => text(`errors.proposal.${state}`),
          courtPhase: (phase) => text(`errors.phase.${phase}`),
        });
        return i18n._(`error.${error.errorName}`, values);
      }
      if (error instanceof UnreachableError) {
        const services = { relay: relayUrl, subgraph: subgraphUrl, local: local?.controlUrl, chain: chain.rpcUrl };
        const known = Object.entries(services).find(([, url]) => url && error.service.startsWith(url))?.[0];
        const service = text(`errors.service.${(known ?? 'other') as keyof typeof services | 'other'}`);
        return text('errors.unreachable', { service });
      }
      if (error instanceof HttpError) {
        const sentence = problemSentence(error.body, locale);
        return sentence ?? text('errors.unexpected', { message: error.message });
      }
      if (error instanceof SubgraphError) return text('errors.query', { message: error.message });
      if (error instanceof DocumentError) {
        return text(error.reason === 'mismatch' ? 'errors.badDocument' : 'errors.documentMissing');
      }
      if (error instanceof ProtocolError && error.code in PROTOCOL_MESSAGES) {
        const id = PROTOCOL_MESSAGES[error.code as keyof typeof PROTOCOL_MESSAGES];
        return text(id, { expected: String(error.values.expected ?? '') });
      }
      if (error instanceof BaseError) {
        if (error.walk((cause) => (cause as { code?: number }).code === USER_REJECTED)) return text('errors.rejected');
        const is = (name: string) => error.walk((cause) => (cause as Error).name === name) !== null;
        if (is('InsufficientFundsError')) return text('errors.noGasMoney', { symbol: chain.nativeCurrency.symbol });
        if (is('HttpRequestError') || is('TimeoutError')) {
          return text('errors.unreachable', { service: text('errors.service.chain') });
        }
        if (is('ExecutionRevertedError')) return text('errors.reverted');
        return text('errors.unexpected', { message: error.shortMessage });
      }
      if ((error as { code?: number } | null)?.code === USER_REJECTED) return text('errors.rejected');
      return text('errors.unexpected', { message: error instanceof Error ? error.message : String(error) });
    },
    [text, format, locale, chain, relayUrl, subgraphUrl, local],
  );
}
