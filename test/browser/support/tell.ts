/** Texts of a good that a producer invents, different at every call: names and GTINs are looked for later. */
export function inventGood() {
  const number = String(Date.now() % 1_000_000_000);
  return {
    'list.nameZh': `试验荞麦 ${number}`,
    'list.nameEn': `Trial buckwheat ${number}`,
    'list.brandZh': '试验田',
    'list.brandEn': 'Trial Field',
    'list.descriptionZh': '浏览器测试中的荞麦。',
    'list.descriptionEn': 'Buckwheat of the browser tests.',
    'list.country': 'CN',
    'list.netContent': '500',
  } as const;
}
