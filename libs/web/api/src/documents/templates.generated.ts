// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { TemplateListQuery, TemplateListQueryVariables, TemplateByIdQuery, TemplateByIdQueryVariables, WorkflowCreateFromTemplateMutation, WorkflowCreateFromTemplateMutationVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** `TemplateList` of libs/web/api/src/documents. */
export const TemplateListDocument: GraphqlDocument<TemplateListQuery, TemplateListQueryVariables> = "query TemplateList{templates{id name description tags nodeTypes nodeCount document}}";
/** `TemplateById` of libs/web/api/src/documents. */
export const TemplateByIdDocument: GraphqlDocument<TemplateByIdQuery, TemplateByIdQueryVariables> = "query TemplateById($id:ID!){template(id:$id){id name description tags nodeTypes nodeCount document payload}}";
/** `WorkflowCreateFromTemplate` of libs/web/api/src/documents. */
export const WorkflowCreateFromTemplateDocument: GraphqlDocument<WorkflowCreateFromTemplateMutation, WorkflowCreateFromTemplateMutationVariables> = "mutation WorkflowCreateFromTemplate($id:ID!$name:String){workflowCreateFromTemplate(id:$id name:$name){workflow{id}errors{...Failure}}}" + partFailure + partIssueParts;
