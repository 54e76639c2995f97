import type { Settings } from '../residents/settings.ts';
import type { TruthRequest } from './api.ts';
import { ControlProblem } from './control-problem.ts';
import type { TruthStore } from './truth-store.ts';

/** Keeps what a visitor says is true of his lot, as long as nobody has measured it. @throws {ControlProblem} */
export async function acceptTruth(settings: Settings, truths: TruthStore, request: TruthRequest): Promise<void> {
  const { commodityId, lotCode, values } = request;
  const { commune, chain } = settings;
  const { commodities, models } = commune.contracts;
  if (commodityId < 1 || commodityId > (await commodities.read.commodityCount())) {
    throw new ControlProblem('commodity-unknown', `There is no commodity ${commodityId}; list it first.`);
  }
  await chain.refresh();
  const lot = [...chain.lots.values()].find((one) => one.commodityId === commodityId && one.lotCode === lotCode);
  const { modelId } = await commodities.read.commodityOf([commodityId]);
  const parameters =
    lot?.parameters ?? (await models.read.parametersOf([modelId, await models.read.latestRevision([modelId])]));
  if (values.length !== parameters.length) {
    throw new ControlProblem(
      'parameter-count',
      `The model has ${parameters.length} parameters, but there are ${values.length} values; send one for each, in its order.`,
    );
  }
  // A report that was committed to under another truth could not be revealed any more.
  const isMeasured = lot !== undefined && [...chain.reports].some(({ lotId }) => lotId === lot.lotId);
  if (isMeasured) {
    throw new ControlProblem('truth-fixed', `Reports on ${lotCode} are committed; say what is true of the next lot.`);
  }
  truths.put(commodityId, lotCode, values);
}
