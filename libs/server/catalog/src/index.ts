export { NodeOptionsWork } from './options/node-options-work';
export { CatalogApiModule, CatalogModule, CatalogWorkerModule } from './catalog.module';
export { productCredentialTypes } from './product-credential-types';
export { NodeCatalogue } from './node-catalogue';
