import { buildModule } from '@nomicfoundation/ignition-core';
import { deployCommune } from '../../deploy/commune.ts';

/** The protocol on a public chain; parameter `asset` is the address of the stablecoin (6 decimals, ERC-2612). */
export default buildModule('Public', (m) => deployCommune(m, m.contractAt('IERC20Metadata', m.getParameter('asset'))));
