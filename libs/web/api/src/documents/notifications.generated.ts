// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { NotificationEndpointsQuery, NotificationEndpointsQueryVariables, NotificationEndpointCreateMutation, NotificationEndpointCreateMutationVariables, NotificationEndpointUpdateMutation, NotificationEndpointUpdateMutationVariables, NotificationEndpointSetEnabledMutation, NotificationEndpointSetEnabledMutationVariables, NotificationEndpointRotateSecretMutation, NotificationEndpointRotateSecretMutationVariables, NotificationEndpointDeleteMutation, NotificationEndpointDeleteMutationVariables, NotificationEndpointTestMutation, NotificationEndpointTestMutationVariables, NotificationDeliveriesQuery, NotificationDeliveriesQueryVariables, NotificationDeliveryQuery, NotificationDeliveryQueryVariables, NotificationDeliveriesReplayMutation, NotificationDeliveriesReplayMutationVariables, NotificationDeliveriesDiscardMutation, NotificationDeliveriesDiscardMutationVariables } from '../graphql.generated';
import type { GraphqlDocument } from '../http/graphql-document';
import { partFailure, partIssueParts } from './failures.generated';

/** Fragment `EndpointRow`. */
export const partEndpointRow = "fragment EndpointRow on NotificationEndpoint{id url description events workflowIds tags enabled disabledBecause disabledAt failingSince oldSecretUntil createdAt deliveredCount waitingCount deadCount}";
/** Fragment `DeliveryRow`. */
export const partDeliveryRow = "fragment DeliveryRow on NotificationDelivery{id notificationId endpointId endpointUrl type status attempts dueAt lastStatus lastError createdAt finishedAt}";
/** `NotificationEndpoints` of libs/web/api/src/documents. */
export const NotificationEndpointsDocument: GraphqlDocument<NotificationEndpointsQuery, NotificationEndpointsQueryVariables> = "query NotificationEndpoints{notificationEndpoints{...EndpointRow}}" + partEndpointRow;
/** `NotificationEndpointCreate` of libs/web/api/src/documents. */
export const NotificationEndpointCreateDocument: GraphqlDocument<NotificationEndpointCreateMutation, NotificationEndpointCreateMutationVariables> = "mutation NotificationEndpointCreate($input:NotificationEndpointInput!){notificationEndpointCreate(input:$input){secret endpoint{...EndpointRow}errors{...Failure}}}" + partEndpointRow + partFailure + partIssueParts;
/** `NotificationEndpointUpdate` of libs/web/api/src/documents. */
export const NotificationEndpointUpdateDocument: GraphqlDocument<NotificationEndpointUpdateMutation, NotificationEndpointUpdateMutationVariables> = "mutation NotificationEndpointUpdate($id:ID!$input:NotificationEndpointInput!){notificationEndpointUpdate(id:$id input:$input){errors{...Failure}}}" + partFailure + partIssueParts;
/** `NotificationEndpointSetEnabled` of libs/web/api/src/documents. */
export const NotificationEndpointSetEnabledDocument: GraphqlDocument<NotificationEndpointSetEnabledMutation, NotificationEndpointSetEnabledMutationVariables> = "mutation NotificationEndpointSetEnabled($id:ID!$enabled:Boolean!){notificationEndpointSetEnabled(id:$id enabled:$enabled){errors{...Failure}}}" + partFailure + partIssueParts;
/** `NotificationEndpointRotateSecret` of libs/web/api/src/documents. */
export const NotificationEndpointRotateSecretDocument: GraphqlDocument<NotificationEndpointRotateSecretMutation, NotificationEndpointRotateSecretMutationVariables> = "mutation NotificationEndpointRotateSecret($id:ID!){notificationEndpointRotateSecret(id:$id){secret errors{...Failure}}}" + partFailure + partIssueParts;
/** `NotificationEndpointDelete` of libs/web/api/src/documents. */
export const NotificationEndpointDeleteDocument: GraphqlDocument<NotificationEndpointDeleteMutation, NotificationEndpointDeleteMutationVariables> = "mutation NotificationEndpointDelete($id:ID!){notificationEndpointDelete(id:$id){errors{...Failure}}}" + partFailure + partIssueParts;
/** `NotificationEndpointTest` of libs/web/api/src/documents. */
export const NotificationEndpointTestDocument: GraphqlDocument<NotificationEndpointTestMutation, NotificationEndpointTestMutationVariables> = "mutation NotificationEndpointTest($id:ID!){notificationEndpointTest(id:$id){errors{...Failure}}}" + partFailure + partIssueParts;
/** `NotificationDeliveries` of libs/web/api/src/documents. */
export const NotificationDeliveriesDocument: GraphqlDocument<NotificationDeliveriesQuery, NotificationDeliveriesQueryVariables> = "query NotificationDeliveries($filter:NotificationDeliveryFilter$after:String){notificationDeliveries(filter:$filter after:$after first:30){nodes{...DeliveryRow}pageInfo{endCursor hasNextPage}}}" + partDeliveryRow;
/** `NotificationDelivery` of libs/web/api/src/documents. */
export const NotificationDeliveryDocument: GraphqlDocument<NotificationDeliveryQuery, NotificationDeliveryQueryVariables> = "query NotificationDelivery($id:ID!){notificationDelivery(id:$id){body delivery{...DeliveryRow}attempts{at number durationMs status error response}}}" + partDeliveryRow;
/** `NotificationDeliveriesReplay` of libs/web/api/src/documents. */
export const NotificationDeliveriesReplayDocument: GraphqlDocument<NotificationDeliveriesReplayMutation, NotificationDeliveriesReplayMutationVariables> = "mutation NotificationDeliveriesReplay($filter:NotificationDeliveryFilter!){notificationDeliveriesReplay(filter:$filter){count errors{...Failure}}}" + partFailure + partIssueParts;
/** `NotificationDeliveriesDiscard` of libs/web/api/src/documents. */
export const NotificationDeliveriesDiscardDocument: GraphqlDocument<NotificationDeliveriesDiscardMutation, NotificationDeliveriesDiscardMutationVariables> = "mutation NotificationDeliveriesDiscard($filter:NotificationDeliveryFilter!){notificationDeliveriesDiscard(filter:$filter){count errors{...Failure}}}" + partFailure + partIssueParts;
