import type { Address } from 'viem';
import { DECISION_CLASSES } from '../../../../protocol/governance/decision-class.ts';
import { MEMBERSHIP_KINDS } from '../../../../protocol/membership/kinds.ts';
import { useNameOf } from '../../../shared/chain/use-account-name.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { membershipMessages } from '../../../shared/memberships/membership-messages.ts';
import type { FieldUnit } from './action-kinds.ts';
import { actionMessages } from './action-messages.ts';

/** Writes a value as people read it: with its unit, names instead of numbers. */
export function useValueText(): (unit: FieldUnit, value: unknown) => string {
  const text = useText(actionMessages);
  const memberships = useText(membershipMessages);
  const format = useFormat();
  const nameOf = useNameOf();
  const { chain, contracts } = useAppConfig();
  return (unit, value) => {
    if (typeof value === 'string') {
      if (unit !== 'address') return value;
      const isTreasury = value.toLowerCase() === contracts.timelock.toLowerCase();
      return isTreasury ? text('action.group.treasury') : nameOf(value as Address);
    }
    const number = BigInt(value as bigint | number);
    switch (unit) {
      case 'bps':
        return format.bps(Number(number));
      case 'asset':
        return `${format.amount(number)} USD`;
      case 'ctt':
        return `${format.token(number)} CTT`;
      case 'power':
        return `${format.amount(number)} XP`;
      case 'coin':
        return `${format.coin(number, chain.nativeCurrency.decimals)} ${chain.nativeCurrency.symbol}`;
      case 'seconds':
        return format.duration(Number(number));
      case 'class':
        return text(`class.${DECISION_CLASSES[Number(number)] ?? 'constitutional'}`);
      case 'membership':
        return memberships(`membership.${MEMBERSHIP_KINDS[Number(number)] ?? 'producer'}`);
      case 'platform':
        return String(number);
      default:
        return format.number(number);
    }
  };
}
