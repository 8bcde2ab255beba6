export { CatalogApiModule, CatalogModule } from './catalog.module';
export { productCredentialTypes } from './product-credential-types';
export { NodeCatalogue } from './node-catalogue';
