import { buildModule } from '@nomicfoundation/ignition-core';
import { deployCommune } from '../../deploy/commune.ts';
import { profiles } from '../../deploy/profiles.ts';

const { unvested } = profiles.local;

/** The protocol on a local chain, with a faucet token as settlement asset. */
export default buildModule('Local', (m) => deployCommune(m, m.contract('FaucetToken'), { unvested }));
