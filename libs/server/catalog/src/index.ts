export { CatalogApiModule, CatalogModule } from './catalog.module';
export { NodeCatalogue } from './node-catalogue';
