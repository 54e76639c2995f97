import type { Localized } from '../../protocol/documents/quality-model/types.ts';

/** What the page shows while the clock moves. */
export const steps = {
  relay: (epoch: number, day: number): Localized => ({
    'zh-Hans': `第 ${epoch} 周期第 ${day} 天：中继处理订单与报表`,
    en: `Epoch ${epoch}, day ${day}: the relay works on orders and statements`,
  }),
  residents: (epoch: number, day: number): Localized => ({
    'zh-Hans': `第 ${epoch} 周期第 ${day} 天：居民购买、测量、揭示、陪审、表决`,
    en: `Epoch ${epoch}, day ${day}: residents buy, measure, reveal, judge and vote`,
  }),
  moving: (epoch: number, day: number): Localized => ({
    'zh-Hans': `时钟拨到第 ${epoch} 周期第 ${day} 天`,
    en: `The clock goes to epoch ${epoch}, day ${day}`,
  }),
  index: (): Localized => ({ 'zh-Hans': '等待索引跟上', en: 'Waiting for the index to catch up' }),
};
