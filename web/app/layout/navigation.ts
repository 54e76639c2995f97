import {
  ArrowLeftRight,
  Boxes,
  Coins,
  FlaskConical,
  Gavel,
  Landmark,
  Megaphone,
  Ruler,
  Scale,
  ShieldCheck,
  Store,
  Vault,
} from 'lucide-react';

/** Pages of the main navigation; the first ones stand in the bar, the others behind it. */
export const NAVIGATION = [
  { to: '/market', label: 'layout.market', Icon: Store },
  { to: '/orders', label: 'layout.orders', Icon: ArrowLeftRight },
  { to: '/experience', label: 'layout.experience', Icon: FlaskConical },
  { to: '/produce', label: 'layout.produce', Icon: Boxes },
  { to: '/models', label: 'layout.models', Icon: Ruler },
  { to: '/recommend', label: 'layout.recommend', Icon: Megaphone },
  { to: '/epochs', label: 'layout.epochs', Icon: Coins },
  { to: '/platforms', label: 'layout.platforms', Icon: ShieldCheck },
  { to: '/validators', label: 'layout.validators', Icon: Scale },
  { to: '/court', label: 'layout.court', Icon: Gavel },
  { to: '/governance', label: 'layout.governance', Icon: Landmark },
  { to: '/treasury', label: 'layout.treasury', Icon: Vault },
] as const;

export const ON_PHONES = 4;

/** So many stand in the header of desktops, whatever the language and the name of the account. */
export const ON_DESKTOPS = 8;
