import type { Localized } from '../../protocol/documents/quality-model/types.ts';

/** What the page shows while the clock moves. */
export const steps = {
  relay: (epoch: number, day: number): Localized => ({
    'zh-Hans': `第 ${epoch} 周期第 ${day} 天：中继处理订单与报表`,
    en: `Epoch ${epoch}, day ${day}: the relay works on orders and statements`,
  }),
  residents: (epoch: number, day: number): Localized => ({
    'zh-Hans': `第 ${epoch} 周期第 ${day} 天：居民购买、测量、揭示`,
    en: `Epoch ${epoch}, day ${day}: residents buy, measure and reveal`,
  }),
  moving: (epoch: number, day: number): Localized => ({
    'zh-Hans': `时钟拨到第 ${epoch} 周期第 ${day} 天`,
    en: `The clock goes to epoch ${epoch}, day ${day}`,
  }),
  index: (): Localized => ({ 'zh-Hans': '等待索引跟上', en: 'Waiting for the index to catch up' }),
};

/** Why a move stopped on its way. */
export function stopped(error: unknown): Localized {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    'zh-Hans': `时钟停在半路：${reason}。请再试一次；若仍不行，请查看日志或重新启动。`,
    en: `The clock stopped on its way: ${reason}. Try again; if it does not help, look at the logs or start again.`,
  };
}
