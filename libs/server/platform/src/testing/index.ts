export { sharedTestCluster, TestCluster } from './test-cluster';
export { startTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
export { startTestApp, type TestApp, type TestAppOptions } from './test-app';
export { idNamesOf, rootFieldsOf, sampleOperation, wholeSelection, type SampleValues } from './sample-operation';
