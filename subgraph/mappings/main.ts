// What the manifest names for every data source: one module to compile instead of eight.
export * from './commodities';
export * from './documents';
export * from './evaluations';
export * from './models';
export * from './platforms';
export * from './power';
export * from './recommenders';
export * from './settlement';
