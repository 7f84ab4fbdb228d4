// Generated from docs/openapi.yaml by `npm run api-types`; do not edit.

export interface paths {
    "/conversations/{conversationSid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        /**
         * The conversation as it is now
         * @description For the holder, for the agent of the pause or leave that is going on or was the last, and for supervisors.
         *     Made for polling: send the last `ETag` as `If-None-Match`.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationSid}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        /**
         * What happened to the conversation, oldest first
         * @description For who may read the conversation. Each event has the name of its detail type on the event bus, and what tells of
         *     it; the text of messages is never in it. A history goes with its record, 180 days after the end. An event may be
         *     added a moment after what it tells. Made for polling.
         */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationSid}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts the conversation aside until Resume or its deadline
         * @description For the holder, while the conversation is `active`. The task goes to wrap-up (with the setting `wrapUp: false`
         *     it is closed at once); when it is over, in whatever way, the conversation is `pause`. The deadline is fixed now:
         *     a changed `pause.timeLimit` of the settings applies to new pauses only. At the deadline the conversation goes
         *     back to the queue it came from.
         */
        post: operations["pauseConversation"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Gives the pause another deadline or note
         * @description For the agent who paused it and for supervisors, while the conversation is `pause` or wrapping up to it.
         *     What is not sent stays as it is. An agent may go up to the limit that held when the pause began, a supervisor up
         *     to 90 days, both counted from `pausedAt`.
         */
        patch: operations["changePause"];
        trace?: never;
    };
    "/conversations/{conversationSid}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leaves the conversation open for the customer's reply
         * @description For the holder, while the conversation is `active`. It is `inactive` at once, and the task goes to wrap-up (with
         *     the setting `wrapUp: false` it is closed). The customer's next message, also one that comes during the wrap-up,
         *     brings it back by a new task, to any agent. Without one it is closed at `expiresAt`, which is fixed now: a
         *     changed `leave.expiresAfter` of the settings applies to new leaves only.
         */
        post: operations["leaveConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationSid}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings a paused conversation back to the agent who paused it
         * @description For the agent who paused it, and for supervisors on that agent's behalf, while the conversation is `pause` or
         *     wrapping up to it. A new task with the same conversation is made and accepted for the agent. Is the agent not
         *     available or full, `pause.whenAtCapacity` of the settings decides: through the workflow, where known-agent
         *     routing can find the agent again (`routedTo: "workflow"`), or refuse and stay paused (409 `at-capacity`).
         *     A wrap-up that still goes on is ended first: until then the answer is 202.
         */
        post: operations["resumeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationSid}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives what was put aside to somebody else
         * @description For supervisors, while the conversation is `pause`, wrapping up to it, or `inactive`. Without `workerSid` it goes
         *     back to the queue that it came from, to the next available agent, as at the deadline. With it, the task is made
         *     for that agent and accepted, as Resume does it; an agent who is not available or full is refused
         *     (409 `at-capacity`), and nothing is changed. A wrap-up that still goes on is ended first: until then the answer
         *     is 202.
         */
        post: operations["reassignConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationSid}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the wrap-up
         * @description For who wraps it up: the agent's Complete after a Pause, a Leave or an End. The agent's participant is closed,
         *     the task is over by that, and the conversation stays where it was going.
         */
        post: operations["completeWrapUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationSid}/end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closes the conversation for good
         * @description For the holder, for who paused or left it, and for supervisors, from any state but `closed`. The timer is
         *     stopped and the channel is closed. A holder with an assigned task still wraps it up (`wrapUp: "end"`), unless
         *     the settings say `wrapUp: false`.
         */
        post: operations["endConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/paused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Paused conversations, soonest deadline first
         * @description An agent's own, or, for supervisors, anybody's. A pause is in the list from the Pause on, also during its
         *     wrap-up. The list may be a second behind; each conversation in it is as `GET /conversations/{conversationSid}`
         *     shows it, save what was resumed in that second, which is left out. Made for polling.
         */
        get: operations["listPaused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/left": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Left conversations, soonest expiry first
         * @description As `GET /paused`, of the conversations that wait for the customer's reply (`channelState: inactive`).
         */
        get: operations["listLeft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/paused/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All pauses in numbers
         * @description For supervisors. Whose pauses there are, and when they end, of the 10,000 with the soonest deadlines; `complete`
         *     is false where there are more. It may be a second behind. Made for polling.
         */
        get: operations["summarizePaused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agents of the workspace
         * @description For supervisors, to pick one. The pages are TaskRouter's own, of 100 agents.
         */
        get: operations["listAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hands over all that an agent has paused
         * @description For supervisors: an agent is ill, on holiday, or gone. With `toWorkerSid` each pause becomes that agent's, with the
         *     same deadline, `pauseId` and note; nothing is asked of the agent, who may be away. Without, each is reassigned:
         *     back to the queue that it came from, to the next available agent. What the agent has paused by now counts, also
         *     where it is still wrapped up; what the agent pauses later stays the agent's. What the agent has left waits for
         *     the customer and then goes to any agent anyway, so it is not touched.
         *
         *     It is written down first. What cannot be done at once is carried on each minute, sixty reassignments a minute, or
         *     several hundred pauses to an agent, whatever happens in between; for more than an hour it is looked again for pauses that
         *     the list did not show yet. The same request again, while it goes on, begins no second one, and includes what was
         *     paused since. Is the agent who was to have them deleted meanwhile, the rest is reassigned.
         */
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The settings that hold now
         * @description For anyone signed in. Before the first change, `version` is 0 and everything has its default.
         */
        get: operations["getSettings"];
        /**
         * Replaces the settings
         * @description For admins. Send the whole object, with the `version` that was read as `If-Match`. Leave and Pause are off by
         *     default. What is paused or left already goes on as it began, whatever is changed.
         */
        put: operations["putSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the API answers, and in which version
         * @description For anyone; no token is needed. Says nothing of Twilio.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service/conversations/{conversationSid}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the next task as custom logic wants it
         * @description For custom logic, signed by IAM (AWS Signature Version 4, service `execute-api`), while the conversation is
         *     `active` and no task of it is live, owed, on its way or looked for: as after a customer's reply with
         *     `leave.onReply: custom-routing`. What is not sent is as it was of the last task. The task is watched like any
         *     other: when it finds no agent, the next one goes the same way, but to nobody by name.
         *
         *     With a `workerSid` the task is that agent's, who must be available and not at capacity, and is accepted as the
         *     task of a Resume is. With a `workflowSid` alone, that workflow chooses the queue. On one machine this route
         *     lets nobody in; `POST /local/service/conversations/{conversationSid}/invite` is the same behind it.
         */
        post: operations["inviteByService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/taskrouter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An event of TaskRouter
         * @description The workspace's `EventCallbackUrl`. Tells when tasks are accepted and when they are over. Events of tasks that
         *     the record has left behind, and of conversations that it does not know, change nothing and answer 204 too.
         *
         *     As JSON, the same events by Event Streams, for which the query has `bodySHA256`.
         */
        post: operations["taskRouterEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An event of Conversations
         * @description The post-action webhook of Conversations. Tells when the customer writes, and when a conversation is closed.
         *
         *     As JSON, the same events by Event Streams, for which the query has `bodySHA256`.
         */
        post: operations["conversationsEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: date-time
         * @description ISO 8601, UTC
         */
        Time: string;
        /**
         * @description ISO 8601 with weeks, days, hours, minutes, seconds; whole numbers, more than zero; no months, no years
         * @example P14D
         * @example P2W
         * @example PT1H30M
         */
        Duration: string;
        /** @description Twilio Conversation */
        ConversationSid: string;
        /** @description Flex Interaction */
        InteractionSid: string;
        /** @description Channel of the interaction */
        ChannelSid: string;
        /** @description TaskRouter task */
        TaskSid: string;
        /** @description TaskRouter reservation */
        ReservationSid: string;
        /** @description TaskRouter worker; an agent is one */
        WorkerSid: string;
        /** @description TaskRouter queue */
        QueueSid: string;
        /** @description TaskRouter workflow */
        WorkflowSid: string;
        /** @description Studio flow */
        StudioFlowSid: string;
        /**
         * @description `active`: an agent has it, or a task for one is on its way. `pause`: put aside until Resume or the deadline.
         *     `inactive`: left, waits for the customer's reply. `closed`: ended.
         * @enum {string}
         */
        ChannelState: "active" | "pause" | "inactive" | "closed";
        /** @description No fields. */
        Nothing: Record<string, never>;
        /** @description All is optional. `timeLimit` or `until`, not both; neither, and the limit of the settings holds. */
        PauseRequest: {
            /** @description How long from now. At least PT1M, at most `pause.timeLimit` of the settings. */
            timeLimit?: components["schemas"]["Duration"];
            /** @description The deadline itself. At least one minute ahead, at most `pause.timeLimit` of the settings. */
            until?: components["schemas"]["WholeSecond"];
            /** @description Why. One of `pause.reasons` where the settings have any; must be there where they have `requireReason`. */
            reason?: string;
            /** @description For the agent who takes it up again. Refused under `hipaa`. */
            note?: string;
            /**
             * @description Index of the newest message that the agent has seen. A customer's message above it refuses the pause
             *     (`customer-replied`), so that none is put aside unread.
             */
            seenIndex?: number;
            /**
             * @description For a conversation that began before the system was connected, or whose accept got lost: the agent's task.
             *     Read from TaskRouter when there is no record, or no live task in it.
             */
            taskSid?: components["schemas"]["TaskSid"];
        };
        /** @description All is optional. */
        LeaveRequest: {
            /** @description Why. */
            reason?: string;
            /**
             * @description Index of the newest message that the agent has seen. A customer's message above it refuses the leave
             *     (`customer-replied`), so that none is left unread.
             */
            seenIndex?: number;
            /**
             * @description For a conversation that began before the system was connected, or whose accept got lost: the agent's task.
             *     Read from TaskRouter when there is no record, or no live task in it.
             */
            taskSid?: components["schemas"]["TaskSid"];
        };
        /** @description All is optional. What is not sent is as it was of the last task. */
        ServiceInviteRequest: {
            /** @description The workflow that the task goes through. Sent without `queueSid` and `workerSid`, it chooses the queue. */
            workflowSid?: components["schemas"]["WorkflowSid"];
            /** @description The queue of the task, and of the later ones of this conversation. */
            queueSid?: components["schemas"]["QueueSid"];
            /**
             * @description The agent whom the task is for, who must be available and not full (`at-capacity`). One that the workspace
             *     does not have is `invalid-request`.
             */
            workerSid?: components["schemas"]["WorkerSid"];
            /** @description TaskRouter's priority of the task; higher comes first. */
            priority?: number;
            /**
             * @description In place of the task's own attributes, not added to them; those of Flex and `leavePause` are put in by
             *     themselves, and under `hipaa` only `hipaaAttributes` are kept. As JSON, with those of Flex, 4,096 characters
             *     at most; nested 100 deep at most.
             */
            attributes?: Record<string, never>;
        };
        /** @description `timeLimit` or `until`, not both. What is not sent stays as it is. */
        ChangePauseRequest: {
            /** @description How long in all, counted from `pausedAt`. The new deadline is at least one minute ahead. */
            timeLimit?: components["schemas"]["Duration"];
            /** @description The new deadline itself. At least one minute ahead. */
            until?: components["schemas"]["WholeSecond"];
            /** @description Takes the place of the note. Refused under `hipaa`. */
            note?: string;
        };
        ReassignRequest: {
            /**
             * @description The agent who is to have it; one whom the workspace does not know is `invalid-request`. Absent: the next
             *     available agent.
             */
            workerSid?: components["schemas"]["WorkerSid"];
        };
        HandoverRequest: {
            /** @description The agent whose pauses they are. May be gone from the workspace already. */
            fromWorkerSid: components["schemas"]["WorkerSid"];
            /**
             * @description The agent who is to have them, and another one; one whom the workspace does not know is `invalid-request`.
             *     Absent: each goes back to its queue.
             */
            toWorkerSid?: components["schemas"]["WorkerSid"];
        };
        Handover: {
            /**
             * @description How many pauses were taken on: those that the list of the agent's pauses (`GET /paused?worker=…`) shows at
             *     this moment, which may be a second behind. Each is handed over, unless it ends before by something else.
             */
            accepted: number;
        };
        /**
         * Format: date-time
         * @description ISO 8601, UTC, whole seconds
         */
        WholeSecond: string;
        ConversationList: {
            conversations: components["schemas"]["Conversation"][];
            /** @description The `cursor` of the next page; absent on the last one. */
            next?: string;
        };
        History: {
            events: components["schemas"]["HistoryEvent"][];
            /** @description The `cursor` of the next page; absent on the last one. */
            next?: string;
        };
        HistoryEvent: {
            /** @description The same as on the event bus. */
            eventId: string;
            at: components["schemas"]["Time"];
            /** @enum {string} */
            type: "ConversationPaused" | "ConversationLeft" | "ConversationResumed" | "ConversationReassigned" | "ConversationReactivated" | "ConversationEnded" | "PauseMarkReached" | "PauseChanged" | "CustomerReplied" | "InviteLost" | "AcceptedButNotJoined" | "ClosedByWrapUp";
            by: components["schemas"]["Cause"];
            /** @description Whose pause or leave it is, or for whom the next task is; null where the workflow decides. */
            workerSid?: string | null;
            /** @description Of the pause that goes on. */
            deadline?: components["schemas"]["Time"];
            /** @description The one that was reached. */
            mark?: components["schemas"]["Mark"];
            /** @description Of the leave. */
            expiresAt?: components["schemas"]["Time"];
            reason?: string | null;
            note?: string | null;
            /**
             * @description Where Resume sent it.
             * @enum {unknown}
             */
            routedTo?: "agent" | "workflow";
            /** @description Of the next task. */
            purpose?: components["schemas"]["Purpose"];
            /** @description The queue it came from. */
            queueSid?: string | null;
        };
        /** @description What an invite asks of TaskRouter, as events tell it to who routes by other rules. */
        InviteRouting: {
            /** @description Null where the workflow of the stack's settings takes it. */
            workflowSid: components["schemas"]["WorkflowSid"] | null;
            queueSid: components["schemas"]["QueueSid"] | null;
            taskChannelUniqueName: string | null;
            priority: number;
            /** @description The attributes of the task before, without those that Flex adds by itself; absent under `hipaa`. */
            attributes?: Record<string, never>;
        };
        /**
         * @description Who or what caused it: a worker, the customer, the deadline, custom logic by the service route, or the system. A
         *     person whose token has no worker is `system`.
         */
        Cause: string;
        PausedSummary: {
            /** @description Who has most comes first. */
            byWorker: {
                workerSid: components["schemas"]["WorkerSid"];
                name: string | null;
                count: number;
            }[];
            byMark: {
                later: number;
                "within-24-hours": number;
                "within-1-hour": number;
                overdue: number;
            };
            /** @description Hours of UTC in which there are deadlines, soonest first; hours without any are left out. */
            byHour: components["schemas"]["DeadlineCount"][];
            /** @description The same by days of UTC. */
            byDay: components["schemas"]["DeadlineCount"][];
            /** @description false: there are more than 10,000 pauses. */
            complete: boolean;
        };
        DeadlineCount: {
            /** @description Where the hour or day begins. */
            from: components["schemas"]["Time"];
            count: number;
        };
        AgentList: {
            agents: {
                workerSid: components["schemas"]["WorkerSid"];
                name: string;
                /** @description Whether the agent's activity takes tasks. */
                available: boolean;
            }[];
            /** @description The `cursor` of the next page; absent on the last one. */
            next?: string;
        };
        /** @description What `Conversation` and `ResumedConversation` have in common. */
        ConversationFields: {
            conversationSid: components["schemas"]["ConversationSid"];
            interactionSid: components["schemas"]["InteractionSid"];
            channelSid: components["schemas"]["ChannelSid"];
            /** @description Flex's name of the channel's type, such as `web` or `sms` */
            channelType: string;
            channelState: components["schemas"]["ChannelState"];
            /**
             * @description The wrap-up that is going on, by what began it; null when there is none.
             * @enum {string|null}
             */
            wrapUp: "pause" | "leave" | "end" | null;
            /**
             * @description `flex`: Flex's own Pause or Leave holds it, and it is left alone until an agent accepts its next task.
             * @enum {string|null}
             */
            heldBy: "flex" | null;
            /** @description Goes up by one with each change of the record. */
            version: number;
            /** @description When the record was last changed. */
            updatedAt: components["schemas"]["Time"];
            /** @description The live task, or the one on its way; null when there is none. */
            task: components["schemas"]["Task"] | null;
            /**
             * @description Other live tasks of the conversation, by their SIDs; absent where there is none, as there should be. After a
             *     transfer in Flex, or an invite that Twilio carried out long after it had timed out, two agents can have it:
             *     `task` is the one accepted last, nobody is taken out, and when it is over, the other one takes its place.
             */
            otherTasks?: components["schemas"]["TaskSid"][];
            /** @description The queue it came from, and goes back to at the deadline. */
            queueSid: components["schemas"]["QueueSid"] | null;
            /** @description Name of the agent who has it, or paused or left it. */
            workerName: string | null;
            /** @description Null when not known, and always under `hipaa`. */
            customerName: string | null;
            /** @description The pause, from the Pause on, also during its wrap-up; null once over. */
            pause: components["schemas"]["Pause"] | null;
            /** @description The leave, from the Leave on, also during its wrap-up; null once over. */
            leave: components["schemas"]["Leave"] | null;
            /** @description The customer's first message of this pause or leave; null at the next. */
            customerRepliedAt: components["schemas"]["Time"] | null;
            /** @description Effects that are decided but not carried out yet; empty when all is done. */
            owed: components["schemas"]["Owed"][];
        };
        /** @description The record of one conversation. */
        Conversation: components["schemas"]["ConversationFields"];
        /** @description The conversation, and where Resume sent it. */
        ResumedConversation: components["schemas"]["ConversationFields"] & {
            /**
             * @description `agent`: straight to the agent who paused it. `workflow`: that agent is not available or full, so the
             *     workflow decides.
             * @enum {string}
             */
            routedTo: "agent" | "workflow";
        };
        Task: {
            /** @description Null while the invite that makes the task is owed or on its way. */
            taskSid: components["schemas"]["TaskSid"] | null;
            /** @description The agent's reservation; null before there is one. */
            reservationSid: components["schemas"]["ReservationSid"] | null;
            /** @description The agent who has it, or for whom it is meant; null when it is for any. */
            workerSid: components["schemas"]["WorkerSid"] | null;
            /**
             * @description TaskRouter's assignment status. Only live tasks are shown, so there is no other.
             * @enum {string}
             */
            status: "pending" | "reserved" | "assigned" | "wrapping";
            purpose: components["schemas"]["Purpose"];
        };
        /**
         * @description Why the task was made. `new`: by Flex. `resume`: by Resume. `reassign`: at the deadline or by a supervisor.
         *     `reply`: by the customer's reply. `repair`: after a task was lost. `custom`: by custom logic.
         * @enum {string}
         */
        Purpose: "new" | "resume" | "reassign" | "reply" | "repair" | "custom";
        /**
         * @description How near the deadline is, however long the pause: exactly 24 hours are `within-24-hours`, exactly one hour
         *     `within-1-hour`.
         * @enum {string}
         */
        Mark: "later" | "within-24-hours" | "within-1-hour" | "overdue";
        Pause: {
            /** @description Names this pause; the next one has another. */
            pauseId: string;
            /** @description The agent whose pause it is. */
            workerSid: components["schemas"]["WorkerSid"];
            /** @description When Pause was asked for. */
            pausedAt: components["schemas"]["Time"];
            /** @description When the conversation goes back to the queue. */
            deadline: components["schemas"]["Time"];
            mark: components["schemas"]["Mark"];
            reason: string | null;
            note: string | null;
        };
        Leave: {
            /** @description Names this leave; the next one has another. */
            leaveId: string;
            /** @description The agent who left it. */
            workerSid: components["schemas"]["WorkerSid"];
            /** @description When Leave was asked for. */
            leftAt: components["schemas"]["Time"];
            /** @description When it is closed if the customer does not reply. */
            expiresAt: components["schemas"]["Time"];
            reason: string | null;
        };
        /**
         * @description `start-timer`, `stop-timer`: the deadline's timer. `wrap-up-task`: bring the agent's task to wrap-up.
         *     `close-participant`: take the agent out of the channel, which completes the task. `invite`: make the next task.
         *     `accept`: accept its reservation for the agent. `close-channel`: close channel and conversation.
         *     `look-for-agent`: see that the agent has joined the channel by that accept; not owed before it should be so.
         *     `look-for-task`: look at Twilio for the task that takes the place of a lost one.
         *     `look-for-reply`: of a leave that is over, look once more whether the customer has written.
         *     `await-custom-routing`: look at Twilio for the task that custom logic has brought, and make one where there is
         *     none; not owed before `customRoutingTimeout` is over. `put-studio-hook`, `take-studio-hook-off`: the webhook that
         *     hands what the customer writes to the Studio flow. `write-history`, `publish-event`: tell what happened, in the
         *     history and on the event bus.
         * @enum {string}
         */
        Owed: "start-timer" | "stop-timer" | "wrap-up-task" | "close-participant" | "invite" | "accept" | "close-channel" | "look-for-agent" | "look-for-task" | "look-for-reply" | "await-custom-routing" | "put-studio-hook" | "take-studio-hook-off" | "write-history" | "publish-event";
        SettingsFields: {
            leave: components["schemas"]["LeaveSettings"];
            pause: components["schemas"]["PauseSettings"];
            /** @description Conversations identities of bots, whose messages never count as the customer's. */
            botIdentities: string[];
            /** @description false: Leave, Pause and End close the task at once. Default true. */
            wrapUp: boolean;
            /**
             * @description Only `web`, `chat` and `sms` may be paused or left, notes are refused, of the task's attributes only
             *     `hipaaAttributes` are kept, no text and no address is stored. Default false.
             */
            hipaa: boolean;
            /** @description Keys of the task attributes that are kept and sent again under `hipaa`. */
            hipaaAttributes: string[];
            /**
             * @description How many calls a minute may go into comparing waiting conversations with Twilio, two for each; 0 turns the
             *     comparison off, and what webhooks do not tell of messages is not found. Default 60.
             */
            compareCallsPerMinute: number;
        };
        /** @description The settings as they are. */
        Settings: components["schemas"]["SettingsFields"] & {
            /** @description Goes up by one with each change; 0 before the first. */
            version: number;
        };
        /** @description The whole object. */
        SettingsRequest: components["schemas"]["SettingsFields"] & {
            /** @description Ignored, so that the object can be sent back as it was read; what counts is `If-Match`. */
            version?: number;
        };
        LeaveSettings: {
            /** @description Whether Leave is on. Default false. */
            enabled: boolean;
            /**
             * @description What a customer's reply does. `new-task` (default): through the workflow to any agent. `custom-routing`: the
             *     Studio flow takes the reply, or without one custom logic of your own.
             * @enum {string}
             */
            onReply: "new-task" | "custom-routing";
            /**
             * @description The Studio flow for `custom-routing`; for new leaves only. Its webhook is on the conversation from the Leave
             *     until there is a task, and is one of the five that a conversation can have: where there is no room, the
             *     reply goes through the workflow. Default null.
             */
            studioFlowSid: components["schemas"]["StudioFlowSid"] | null;
            /**
             * @description How long custom logic has to bring a task, from the reply; then the conversation goes through the workflow
             *     to any agent. PT1M to P7D, default PT1H; for new leaves only.
             */
            customRoutingTimeout: components["schemas"]["Duration"];
            /** @description When a left conversation without a reply is closed. PT1H to P90D, default P90D; for new leaves only. */
            expiresAfter: components["schemas"]["Duration"];
        };
        PauseSettings: {
            /** @description Whether Pause is on. Default false. */
            enabled: boolean;
            /** @description How long a pause may last. PT1M to P90D, default P14D; for new pauses only. */
            timeLimit: components["schemas"]["Duration"];
            /**
             * @description What Resume does when the agent is not available or full. Default `workflow`.
             * @enum {string}
             */
            whenAtCapacity: "workflow" | "refuse";
            /**
             * @description What a customer's message does to a pause. `notify` (default): it stays, and the agent is told.
             *     `resume`: back to the agent. `queue`: to the next available agent.
             * @enum {string}
             */
            onCustomerReply: "notify" | "resume" | "queue";
            /**
             * @description Who accepts the task of a Resume. Default `server`.
             * @enum {string}
             */
            acceptBy: "server" | "client";
            /** @description How many conversations an agent may have paused (a soft limit). Default null, no limit. */
            maxPerAgent: number | null;
            /** @description When not empty, a reason must be one of them. Default empty. */
            reasons: string[];
            /** @description Whether a Pause needs a reason. Default false. */
            requireReason: boolean;
        };
        Health: {
            /** @constant */
            status: "ok";
            /** @description Version of the product. */
            version: string;
        };
        /**
         * @description CloudEvents of Twilio's Event Streams. TaskRouter's fields are under `payload` of `data`, in snake case; those of
         *     Conversations are `data`, named as in its webhook. There are more fields than are looked at.
         */
        StreamedEvents: {
            specversion?: string;
            /** @description The same event has the same one when it is sent again */
            id?: string;
            /** @description Such as `com.twilio.taskrouter.task.completed` */
            type: string;
            data: {
                payload?: Record<string, never>;
            };
        }[];
        /**
         * @description TaskRouter's event as it sends it: all values are text. The fields that are looked at; there are more, and which
         *     come depends on `EventType`.
         */
        TaskRouterEvent: {
            /** @description Such as `reservation.accepted`, `task.completed` */
            EventType: string;
            /** @description The event's own SID */
            Sid?: string;
            AccountSid: string;
            WorkspaceSid: string;
            /** @description Seconds since 1970 */
            Timestamp?: string;
            TaskSid?: string;
            /** @description JSON text */
            TaskAttributes?: string;
            TaskAssignmentStatus?: string;
            TaskPriority?: string;
            TaskChannelUniqueName?: string;
            TaskQueueSid?: string;
            WorkflowSid?: string;
            ReservationSid?: string;
            WorkerSid?: string;
            WorkerName?: string;
            /** @description JSON text; `contact_uri` tells the agent's identity */
            WorkerAttributes?: string;
        } & {
            [key: string]: string;
        };
        /**
         * @description The event as Conversations sends it: all values are text. The fields that are looked at; there are more, and
         *     which come depends on `EventType`. `Body` is neither stored nor logged.
         */
        ConversationsEvent: {
            /** @description Such as `onMessageAdded`, `onConversationStateUpdated` */
            EventType: string;
            AccountSid: string;
            ConversationSid: string;
            MessageSid?: string;
            /** @description Whose message it is; without one, nobody's */
            ParticipantSid?: string;
            Author?: string;
            /** @description The message's index */
            Index?: string;
            DateCreated?: string;
            StateFrom?: string;
            /** @description Such as `closed` */
            StateTo?: string;
        } & {
            [key: string]: string;
        };
        /** @description What API Gateway itself answers. */
        AwsMessage: {
            message: string | null;
        };
        /** @description For people; may change. */
        Title: string;
        /** @description The request is not as described here; `detail` says what is wrong. */
        InvalidRequest: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 400;
            /** @constant */
            code: "invalid-request";
            /** @description What is wrong with which field, for people */
            detail?: string;
        };
        /** @description No valid token. */
        NotAuthenticated: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 401;
            /** @constant */
            code: "not-authenticated";
        };
        /** @description The caller may not do this here. */
        NotAuthorized: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 403;
            /** @constant */
            code: "not-authorized";
        };
        /** @description Pause or Leave is turned off in the settings. */
        OptionOff: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 403;
            /** @constant */
            code: "option-off";
        };
        /** @description Under `hipaa`, conversations of this channel type may not be put aside. */
        ChannelNotEligible: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 403;
            /** @constant */
            code: "channel-not-eligible";
        };
        /** @description Not signed by Twilio for this URL and body. */
        BadSignature: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 403;
            /** @constant */
            code: "bad-signature";
        };
        /** @description No such conversation, or no such route. */
        NotFound: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 404;
            /** @constant */
            code: "not-found";
        };
        /** @description The conversation is in a state in which this is not possible; `channelState` tells which. */
        WrongState: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 409;
            /** @constant */
            code: "wrong-state";
            channelState: components["schemas"]["ChannelState"];
        };
        /** @description The agent is not available or full, and the settings say `refuse`; the conversation stays paused. */
        AtCapacity: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 409;
            /** @constant */
            code: "at-capacity";
        };
        /** @description The customer has written after `seenIndex`; read it first. */
        CustomerReplied: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 409;
            /** @constant */
            code: "customer-replied";
        };
        /** @description The agent has paused as many conversations as `pause.maxPerAgent` allows. */
        PauseLimit: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 409;
            /** @constant */
            code: "pause-limit";
        };
        /** @description The conversation has a timer of its own by which Twilio would close it before the deadline. */
        ConversationTimer: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 409;
            /** @constant */
            code: "conversation-timer";
        };
        /** @description Others changed the conversation five times in a row while this was being decided; ask again. */
        ChangedMeanwhile: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 409;
            /** @constant */
            code: "changed-meanwhile";
        };
        /** @description The settings are no longer those of `If-Match`. */
        VersionMismatch: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 412;
            /** @constant */
            code: "version-mismatch";
        };
        /** @description The body has more than 16 KB. */
        TooLarge: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 413;
            /** @constant */
            code: "too-large";
        };
        /**
         * @description Twilio cannot be reached, or, of what would change something (`unavailable`), the records come from a backup and
         *     are still to be reconciled; `Retry-After` says when to ask again.
         */
        TwilioUnavailable: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 503;
            /** @enum {string} */
            code: "twilio-unavailable" | "unavailable";
        };
        /** @description A webhook that was not taken. */
        NotTaken: {
            title: components["schemas"]["Title"];
            /** @constant */
            status: 503;
            /** @enum {string} */
            code: "changed-meanwhile" | "unavailable";
        };
    };
    responses: {
        /** @description Still as the caller has it */
        NotModified: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The body, the query, or a header that the route needs, is not as described here */
        InvalidRequest: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvalidRequest"];
            };
        };
        /** @description No token, or Twilio says that it is not valid */
        NotAuthenticated: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotAuthenticated"];
            };
        };
        /** @description The caller's role or part in the conversation does not allow this */
        NotAuthorized: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotAuthorized"];
            };
        };
        /** @description The signature is missing, or not Twilio's for this URL and body; nothing was changed */
        BadSignature: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["BadSignature"];
            };
        };
        /** @description There is no record of this conversation */
        NotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotFound"];
            };
        };
        /** @description The conversation is not where this is possible, or others kept changing it */
        WrongState: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["WrongState"] | components["schemas"]["ChangedMeanwhile"];
            };
        };
        /** @description The body has more than 16 KB */
        TooLarge: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TooLarge"];
            };
        };
        /** @description Twilio, which is needed to decide this, cannot be reached; nothing was changed. Or API Gateway's own. */
        TwilioUnavailable: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TwilioUnavailable"];
                "application/json": components["schemas"]["AwsMessage"];
            };
        };
        /**
         * @description Not taken, nothing was changed: others kept changing the record, or something that is needed cannot be reached.
         *     TaskRouter sends the event again, where its callback asks for that (`#rc=3&rp=5xx,ct,rt`); what is lost all the
         *     same is found by comparison.
         */
        NotTaken: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotTaken"];
                "application/json": components["schemas"]["AwsMessage"];
            };
        };
        /** @description API Gateway's throttle, in AWS's form */
        Throttled: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AwsMessage"];
            };
        };
        /** @description A failure on our side, in AWS's form. What was recorded before it is carried on by itself. */
        Failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AwsMessage"];
            };
        };
    };
    parameters: {
        /**
         * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
         * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
         */
        ConversationSid: components["schemas"]["ConversationSid"];
        /**
         * @description The `ETag` of the answer that the caller has; while that is still right, the answer is 304.
         * @example "c6c5a6d3"
         */
        IfNoneMatch: string;
        /**
         * @description Whose: `me` (default), a worker, or `all`. An agent who asks for others' is refused. A supervisor whose token
         *     has no worker has to name one, or `all`.
         * @example all
         */
        ListWorker: ("me" | "all") | components["schemas"]["WorkerSid"];
        /**
         * @description Only conversations that came from this queue. Together with a worker a page may have fewer conversations than
         *     `limit`, or none, and still a `next`.
         * @example WQaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
         */
        ListQueue: components["schemas"]["QueueSid"];
        /**
         * @description Only pauses whose deadline is this near now.
         * @example within-1-hour
         */
        ListMark: "later" | "within-24-hours" | "within-1-hour" | "overdue";
        /**
         * @description How many a page has at most.
         * @example 20
         */
        ListLimit: number;
        /**
         * @description The `next` of the page before, with the same `worker`, `queue` and `mark`; `limit` may be another. No
         *     conversation comes twice while the pages are read: one that is paused anew meanwhile, or gets another deadline,
         *     may not come at all.
         * @example 1.pH5sK2_x.tb8qio.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaatbxp40.qqqq
         */
        ListCursor: string;
    };
    requestBodies: {
        /** @description The command needs no fields. */
        Nothing: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
    };
    headers: {
        /**
         * @description Names this request in the logs.
         * @example 7c1f8a9e-52f4-4a8e-b1d7-0d6f2a0e5b11
         */
        RequestId: string;
        /**
         * @description Of the body as it is now, `mark` included.
         * @example "c6c5a6d3"
         */
        ETag: string;
        /**
         * @description Seconds to wait before the same request is worth sending again. Not on API Gateway's own answers.
         * @example 5
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the answer that the caller has; while that is still right, the answer is 304.
                 * @example "c6c5a6d3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    getHistory: {
        parameters: {
            query?: {
                /**
                 * @description How many a page has at most.
                 * @example 20
                 */
                limit?: components["parameters"]["ListLimit"];
                /**
                 * @description The `next` of the page before.
                 * @example 1.m3xfN2qA.7.0
                 */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The `ETag` of the answer that the caller has; while that is still right, the answer is 304.
                 * @example "c6c5a6d3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the history */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    pauseConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseRequest"];
            };
        };
        responses: {
            /** @description Paused, or wrapping up to it */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description The pause is recorded; what `owed` names is still to be carried out */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            /** @description Not the holder, Pause is turned off, or the channel may not be paused */
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAuthorized"] | components["schemas"]["OptionOff"] | components["schemas"]["ChannelNotEligible"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description Pause is not possible now */
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongState"] | components["schemas"]["CustomerReplied"] | components["schemas"]["PauseLimit"] | components["schemas"]["ConversationTimer"] | components["schemas"]["ChangedMeanwhile"];
                };
            };
            413: components["responses"]["TooLarge"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            /**
             * @description Twilio cannot be reached: the token could not be checked, or the conversation's newest messages or timers,
             *     or the task, could not be read. Nothing was changed. Or the answer is API Gateway's own.
             */
            503: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TwilioUnavailable"];
                    "application/json": components["schemas"]["AwsMessage"];
                };
            };
        };
    };
    changePause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePauseRequest"];
            };
        };
        responses: {
            /** @description The pause has the new deadline or note */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description The new deadline is recorded and holds; its timer is still to be started, or the old one stopped */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    leaveConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveRequest"];
            };
        };
        responses: {
            /** @description Left, perhaps still wrapping up */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description The leave is recorded; what `owed` names is still to be carried out */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            /** @description Not the holder, Leave is turned off, or the channel may not be left */
            403: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotAuthorized"] | components["schemas"]["OptionOff"] | components["schemas"]["ChannelNotEligible"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description Leave is not possible now */
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongState"] | components["schemas"]["CustomerReplied"] | components["schemas"]["ConversationTimer"] | components["schemas"]["ChangedMeanwhile"];
                };
            };
            413: components["responses"]["TooLarge"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            /**
             * @description Twilio cannot be reached: the token could not be checked, or the conversation's newest messages or timers,
             *     or the task, could not be read. Nothing was changed. Or the answer is API Gateway's own.
             */
            503: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TwilioUnavailable"];
                    "application/json": components["schemas"]["AwsMessage"];
                };
            };
        };
    };
    resumeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Nothing"];
        responses: {
            /** @description Active again; the new task is made */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumedConversation"];
                };
            };
            /** @description Active again; the invite, or something else that `owed` names, is still to be carried out */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumedConversation"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            404: components["responses"]["NotFound"];
            /** @description Not paused, or the agent cannot take it and the settings say to refuse */
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongState"] | components["schemas"]["AtCapacity"] | components["schemas"]["ChangedMeanwhile"];
                };
            };
            413: components["responses"]["TooLarge"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    reassignConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReassignRequest"];
            };
        };
        responses: {
            /** @description Active again; the new task is made */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Active again; the invite, or something else that `owed` names, is still to be carried out */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            404: components["responses"]["NotFound"];
            /** @description Not put aside, or the named agent cannot take it */
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongState"] | components["schemas"]["AtCapacity"] | components["schemas"]["ChangedMeanwhile"];
                };
            };
            413: components["responses"]["TooLarge"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    completeWrapUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Nothing"];
        responses: {
            /** @description The wrap-up is ended */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Recorded; the agent's participant is still to be closed */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    endConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Nothing"];
        responses: {
            /** @description Closed */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Closed in the record; the channel is still to be closed at Twilio, or the timer to be stopped */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    listPaused: {
        parameters: {
            query?: {
                /**
                 * @description Whose: `me` (default), a worker, or `all`. An agent who asks for others' is refused. A supervisor whose token
                 *     has no worker has to name one, or `all`.
                 * @example all
                 */
                worker?: components["parameters"]["ListWorker"];
                /**
                 * @description Only conversations that came from this queue. Together with a worker a page may have fewer conversations than
                 *     `limit`, or none, and still a `next`.
                 * @example WQaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                queue?: components["parameters"]["ListQueue"];
                /**
                 * @description Only pauses whose deadline is this near now.
                 * @example within-1-hour
                 */
                mark?: components["parameters"]["ListMark"];
                /**
                 * @description How many a page has at most.
                 * @example 20
                 */
                limit?: components["parameters"]["ListLimit"];
                /**
                 * @description The `next` of the page before, with the same `worker`, `queue` and `mark`; `limit` may be another. No
                 *     conversation comes twice while the pages are read: one that is paused anew meanwhile, or gets another deadline,
                 *     may not come at all.
                 * @example 1.pH5sK2_x.tb8qio.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaatbxp40.qqqq
                 */
                cursor?: components["parameters"]["ListCursor"];
            };
            header?: {
                /**
                 * @description The `ETag` of the answer that the caller has; while that is still right, the answer is 304.
                 * @example "c6c5a6d3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    listLeft: {
        parameters: {
            query?: {
                /**
                 * @description Whose: `me` (default), a worker, or `all`. An agent who asks for others' is refused. A supervisor whose token
                 *     has no worker has to name one, or `all`.
                 * @example all
                 */
                worker?: components["parameters"]["ListWorker"];
                /**
                 * @description Only conversations that came from this queue. Together with a worker a page may have fewer conversations than
                 *     `limit`, or none, and still a `next`.
                 * @example WQaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                queue?: components["parameters"]["ListQueue"];
                /**
                 * @description How many a page has at most.
                 * @example 20
                 */
                limit?: components["parameters"]["ListLimit"];
                /**
                 * @description The `next` of the page before, with the same `worker`, `queue` and `mark`; `limit` may be another. No
                 *     conversation comes twice while the pages are read: one that is paused anew meanwhile, or gets another deadline,
                 *     may not come at all.
                 * @example 1.pH5sK2_x.tb8qio.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaatbxp40.qqqq
                 */
                cursor?: components["parameters"]["ListCursor"];
            };
            header?: {
                /**
                 * @description The `ETag` of the answer that the caller has; while that is still right, the answer is 304.
                 * @example "c6c5a6d3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    summarizePaused: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the answer that the caller has; while that is still right, the answer is 304.
                 * @example "c6c5a6d3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PausedSummary"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    listAgents: {
        parameters: {
            query?: {
                /**
                 * @description The `next` of the page before.
                 * @example PAWKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The `ETag` of the answer that the caller has; while that is still right, the answer is 304.
                 * @example "c6c5a6d3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    handOver: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverRequest"];
            };
        };
        responses: {
            /** @description All that the list of the agent's pauses shows is handed over */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description Written down and begun; the rest is carried on without the caller */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            /** @description Others asked for the same at the same time, again and again */
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ChangedMeanwhile"];
                };
            };
            413: components["responses"]["TooLarge"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the answer that the caller has; while that is still right, the answer is 304.
                 * @example "c6c5a6d3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["NotAuthenticated"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    putSettings: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `version` of the settings that this change starts from, quoted or bare. Without it: 400; somebody
                 *     was faster: 412.
                 */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsRequest"];
            };
        };
        responses: {
            /** @description The settings as they are now, with the new `version` */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["NotAuthenticated"];
            403: components["responses"]["NotAuthorized"];
            /** @description Somebody was faster; read the settings again */
            412: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["VersionMismatch"];
                };
            };
            413: components["responses"]["TooLarge"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the answer that the caller has; while that is still right, the answer is 304.
                 * @example "c6c5a6d3"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API answers */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            304: components["responses"]["NotModified"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
        };
    };
    inviteByService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description SID of the Twilio Conversation. Anything that is not the SID of a known conversation is 404.
                 * @example CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                 */
                conversationSid: components["parameters"]["ConversationSid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceInviteRequest"];
            };
        };
        responses: {
            /** @description The task is made */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description The invite is recorded; what `owed` names is still to be carried out */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            /** @description Not signed, or signed by who may not call this route; API Gateway's own answer */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwsMessage"];
                    "application/problem+json": components["schemas"]["NotAuthorized"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description There is a task already, or there may be; or the agent cannot take it */
            409: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongState"] | components["schemas"]["AtCapacity"] | components["schemas"]["ChangedMeanwhile"];
                };
            };
            413: components["responses"]["TooLarge"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["TwilioUnavailable"];
        };
    };
    taskRouterEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TaskRouterEvent"];
                "application/json": components["schemas"]["StreamedEvents"];
            };
        };
        responses: {
            /** @description Taken, or nothing to do */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            403: components["responses"]["BadSignature"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["NotTaken"];
        };
    };
    conversationsEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConversationsEvent"];
                "application/json": components["schemas"]["StreamedEvents"];
            };
        };
        responses: {
            /** @description Taken, or nothing to do */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            403: components["responses"]["BadSignature"];
            429: components["responses"]["Throttled"];
            500: components["responses"]["Failed"];
            503: components["responses"]["NotTaken"];
        };
    };
}
