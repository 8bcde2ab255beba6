export { Canary, type Hit } from './testing/canary';
export { Client, send, type Answer } from './testing/client';
export { checkInvariants } from './testing/invariants';
export { documentOf, node, Product, ProductProcess, type ProductOptions } from './testing/product';
export { until } from './testing/until';
