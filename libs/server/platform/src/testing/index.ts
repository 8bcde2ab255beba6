export { sharedTestCluster, TestCluster } from './test-cluster';
export { startTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
export { startTestApp, type TestApp, type TestAppOptions } from './test-app';
export { rootFieldsOf, sampleOperation, type SampleValues } from './sample-operation';
