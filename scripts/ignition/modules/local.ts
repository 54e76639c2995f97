import { buildModule } from '@nomicfoundation/ignition-core';
import { parseUnits } from 'viem';
import { deployCommune } from '../../deploy/commune.ts';

/** Founders hand CTT to everybody here; what vests would come too late. */
const unvested = parseUnits('50000000', 18);

/** The protocol on a local chain, with a faucet token as settlement asset. */
export default buildModule('Local', (m) => deployCommune(m, m.contract('FaucetToken'), { unvested }));
