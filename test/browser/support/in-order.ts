/**
 * For suites whose tests build on each other: after one has failed, the rest could only fail in other words. (Mocha's own `bail` would
 * also drop the suites of other files.)
 */
export function inOrder(): void {
  let failed: string | undefined;
  beforeEach(() => {
    if (failed !== undefined) throw new Error(`this needs "${failed}", which has failed`);
  });
  afterEach(function () {
    if (this.currentTest?.state === 'failed') failed ??= this.currentTest.title;
  });
}
