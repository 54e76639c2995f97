// What the manifest names for every data source: one module to compile instead of many.
export * from './bonds';
export * from './challenges';
export * from './commodities';
export * from './compensations';
export * from './demands';
export * from './documents';
export * from './evaluations';
export * from './models';
export * from './platforms';
export * from './power';
export * from './recommenders';
export * from './settlement';
