// Zoom's granular OAuth scopes and the REST operations they open, as Greenroom knows them.
// The strings are Zoom's own, as printed in its public API reference and scope lists (developers.zoom.us) from March to
// July 2026: Phone and Number Management in July, Billing in February, the rest in March; from August to November 2026 only
// what was noted from Zoom's changelog and from its files for Canvas, Docs, My Notes and Meetings. Oddities are kept letter
// by letter ("udpate", a blank in one name). Not exhaustive: a scope or an operation that is absent here proves nothing.
// Corrected on purpose: marketplace:update:client_secret is app-owned (its endpoint asks for client_credentials),
// SCIM2 operations count as admin, operations printed twice are one, repeated scopes are named once.
//
// How to read it: a line "= Name" begins a category (scopes) or a product (operations). Cells are parted by tabs.
// scopes:     base (empty: as above) | level | classic scopes that covered it | events (^: as above) | note
// operations: METHOD path | levels and base of a scope | the same for a second one
// levels:     u user (no suffix), a admin (:admin), m master (:master), p app-owned and n neither (no suffix)

/** Month of the newest source. */
export const catalogueVersion = '2026-11';

/** Classic scopes that no granular scope names as its ancestor. */
export const otherClassic = 'iq_crm:read iq_crm:write iq_team:read meeting_token:read:admin:local_archiving scim2 webinar_token:read:admin:local_archiving zva_report:read';

export const scopes = `
= AI Companion
ai_companion:read:search	u			MCP tool scope
aic:read:conversation_archives	a	aic_archive:read:admin
= Account
account:delete:sub_account	m	account:master account:write:master
account:delete:virtual_background_files	a	account:write:admin
	m	account:master
account:read:account_setting	a	account:read:admin account:write:admin	account.settings_updated
	m	account:master	^
account:read:list_sub_accounts	m	account:master account:read:master account:write:master
account:read:lock_settings	a	account:read:admin account:write:admin	account.lock_settings_updated
	m		^
account:read:managed_domains	m	account:master account:read:master account:write:master
account:read:registration_settings	m	account:read:master account:write:master
account:read:settings	a	account:read:admin account:write:admin
	m
account:read:sub_account	a		account.created account.disassociated account.updated
	m	account:master	^
account:read:trusted_domains	m	account:master account:read:master account:write:master
account:read:vanity_url	a	account:read:admin account:write:admin	account.vanity_url_approved account.vanity_url_rejected
	m	account:master	^
account:update:lock_settings	a	account:write:admin
	m
account:update:options	m	account:master
account:update:owner	a	account:write:admin
	m	account:master
account:update:registration_settings	m	account:write:master
account:update:settings	a	account:write:admin
	m
account:write:sub_account	m	account:master
account:write:virtual_background_files	a	account:write:admin
	m	account:master
= Archiving
archiving:delete:archived_files	a	recording:write:admin
archiving:read:archived_file_statistics	a	recording:read:admin
archiving:read:archived_files	u	recording:read
	a
archiving:read:list_archived_files	a	recording:read:admin
	m	recording:master
archiving:update:archived_file_auto_delete_status	u	recording:write
	a	recording:write:admin
= Auto Dialer
zoom_auto_dialer:delete:call_lists	a	dialer:write:admin
zoom_auto_dialer:delete:prospects	a	dialer:write:admin
zoom_auto_dialer:read:call_history	a	dialer:read:admin
zoom_auto_dialer:read:call_lists	a	dialer:read:admin
zoom_auto_dialer:read:prospects	a	dialer:read:admin
zoom_auto_dialer:update:call_lists	a	dialer:write:admin
zoom_auto_dialer:update:prospects	a	dialer:write:admin
zoom_auto_dialer:write:call_lists	a	dialer:write:admin
zoom_auto_dialer:write:prospects	a	dialer:write:admin
= Billing
billing:delete:invoice_report	m	billing:master
billing:read:billing_information	a
	m	billing:master
billing:read:download_invoice_file	m	billing:master
billing:read:download_invoice_reports	m	billing:master
billing:read:invoice_details	a
	m	billing:master
billing:read:list_invoices	a
	m	billing:master
billing:read:list_upcoming_renewal_accounts	m	account:master billing:master
billing:read:plan_information	a
	m	billing:master
billing:read:plan_usage	a
	m	account:master billing:master
billing:update:additional_plans	m	billing:master
billing:update:billing_information	m	billing:master
billing:update:cancel_additional_plans	m	billing:master
billing:update:cancel_plan	m	billing:master
billing:update:plan	m	billing:master
billing:write:subscribe_additional_plans	m	billing:master
billing:write:subscribe_plan	m	billing:master
= Calendar
calendar:delete:acl	u	calendar:write
	a	calendar:write:admin
calendar:delete:calendar	u	calendar:write
	a	calendar:write:admin
calendar:delete:calendar_list	u	calendar:write
calendar:delete:event	u	calendar:write
	a	calendar:write:admin
calendar:read:acl	u	calendar:read	calendar.acl_create calendar.acl_delete calendar.acl_update
	a	calendar:read:admin	^
calendar:read:calendar	u	calendar:read
	a	calendar:read:admin
calendar:read:calendar_list	u	calendar:read	calendar.calendarlist_create calendar.calendarlist_delete calendar.calendarlist_update
	a	calendar:read:admin	^
calendar:read:color	u	calendar:read
	a	calendar:read:admin
calendar:read:event	u	calendar:read	calendar.event_create calendar.event_delete calendar.event_update
	a	calendar:read:admin	^
calendar:read:instance_event	u	calendar:read
	a	calendar:read:admin
calendar:read:list_acl	u	calendar:read
	a	calendar:read:admin
calendar:read:list_calendar_lists	u	calendar:read
calendar:read:list_events	u	calendar:read
	a	calendar:read:admin
calendar:read:list_settings	u	calendar:read
calendar:read:setting	u	calendar:read	calendar.setting_create calendar.setting_update
	a	calendar:read:admin	^
calendar:update:acl	u	calendar:write
	a	calendar:write:admin
calendar:update:calendar	u	calendar:write
	a	calendar:write:admin
calendar:update:calendar_list	u	calendar:write
calendar:update:event	u	calendar:write
	a	calendar:write:admin
calendar:update:setting	u	calendar:write
	a	calendar:write:admin
calendar:write:acl	u	calendar:write
	a	calendar:write:admin
calendar:write:calendar	u	calendar:write
	a	calendar:write:admin
calendar:write:calendar_list	u	calendar:write
calendar:write:event	u	calendar:write
	a	calendar:write:admin
calendar:write:import_event	u	calendar:write
	a	calendar:write:admin
calendar:write:move_event	u	calendar:write
	a	calendar:write:admin
calendar:write:quick_add_event	u	calendar:write
	a	calendar:write:admin
= Clips
clips:delete:clip	u	clips:write
	a	clips:write:admin
clips:delete:collaborators	u	clips:write
	a	clips:write:admin
clips:delete:comment	u	clips:write
	a	clips:write:admin
clips:read:clip	u	clips:read
	a	clips:read:admin
clips:read:download_clip	u	clips:read
	a	clips:read:admin
clips:read:list_collaborator	u	clips:read
	a	clips:read:admin
clips:read:list_comments	u	clips:read
	a	clips:read:admin
clips:read:list_user_clips	u	clips:read
	a	clips:read:admin
	m	clips:read:master
clips:read:transfer_task_status	a	clips:read:admin
clips:write:transfer_owner	a	clips:write:admin
= Commerce
zoom_commerce:read:account	a	zoom_commerce:read:admin	commerce.account_status_changed
zoom_commerce:read:billing_documents	a	zoom_commerce:read:admin
zoom_commerce:read:deal_registration	a	zoom_commerce:read:admin	commerce.deal_registration_status_changed
zoom_commerce:read:file	a	zoom_commerce:read:admin
zoom_commerce:read:order	a	zoom_commerce:read:admin	commerce.order_status_changed
zoom_commerce:read:product_catalog	a	zoom_commerce:read:admin
zoom_commerce:read:quote	a	zoom_commerce:read:admin	commerce.quote_status_changed
zoom_commerce:read:subscription	a	zoom_commerce:read:admin
zoom_commerce:update:account	a	zoom_commerce:write:admin
zoom_commerce:write:deal_registration	a	zoom_commerce:write:admin
zoom_commerce:write:file	a	zoom_commerce:write:admin
zoom_commerce:write:order	a	zoom_commerce:write:admin
zoom_commerce:write:quote	a	zoom_commerce:write:admin
zoom_commerce:write:sub_account	a	zoom_commerce:write:admin
= Conference Room Connector
crc:delete:apiconnector	a	apiconnector:write:admin
	m	apiconnector:master
crc:delete:room	a	crc_rooms:write:admin
	m	crc_rooms:master
crc:delete:rooms_template	a	crc_rooms:write:admin
	m	crc_rooms:master
crc:read:apiconnector	a	apiconnector:read:admin
	m	apiconnector:master
crc:read:apiconnector_private_key	a	apiconnector:read:admin
	m	apiconnector:master
crc:read:list_apiconnectors	a	apiconnector:read:admin
	m	apiconnector:master
crc:read:list_rooms	a	crc_rooms:read:admin
	m	crc_rooms:master
crc:read:list_rooms_templates	a	crc_rooms:read:admin
	m	crc_rooms:master
crc:read:participant_identifier_code	a	crc:read:admin
	m	crc:master
crc:read:room	a	crc_rooms:read:admin
	m	crc_rooms:master
crc:read:rooms_account_settings	a	crc_account:read:admin
	m	crc_account:master
crc:read:rooms_template	a	crc_rooms:read:admin
	m	crc_rooms:master
crc:update:apiconnector	a	apiconnector:write:admin
	m	apiconnector:master
crc:update:apiconnector_private_key	a	apiconnector:write:admin
	m	apiconnector:master
crc:update:room	a	crc_rooms:write:admin
	m	crc_rooms:master
crc:update:rooms_account_settings	a	crc_account:write:admin
	m	crc_account:master
crc:update:rooms_template	a	crc_rooms:write:admin
	m	crc_rooms:master
crc:write:apiconnector	a	apiconnector:write:admin
	m	apiconnector:master
crc:write:room	a	crc_rooms:write:admin
	m	crc_rooms:master
crc:write:rooms_template	a	crc_rooms:write:admin
	m	crc_rooms:master
= Contact Center
contact_center:delete:address_book	a	contact_center_contact:write:admin
contact_center:delete:address_book_contact	a	contact_center_contact:write:admin
contact_center:delete:address_book_custom_field	a	contact_center_contact:write:admin
contact_center:delete:address_book_unit	a	contact_center_contact:write:admin
contact_center:delete:agent_routing_profile	a	contact_center_routing_profile:write:admin
contact_center:delete:asset_library	a	contact_center_asset_library:write:admin
contact_center:delete:batch_users	a	contact_center_user:write:admin
contact_center:delete:business_hour	a	contact_center_operating_hours:write:admin
contact_center:delete:closure_hour	a	contact_center_operating_hours:write:admin
contact_center:delete:consumer_routing_profile	a	contact_center_routing_profile:write:admin
contact_center:delete:disposition	a	contact_center_disposition:write:admin
contact_center:delete:disposition_set	a	contact_center_disposition:write:admin
contact_center:delete:flow	a	contact_center_flow:write:admin
contact_center:delete:inbox	a	contact_center_inbox:write:admin
contact_center:delete:inbox_message	a	contact_center_inbox:write:admin
contact_center:delete:inbox_messages	a	contact_center_inbox:write:admin
contact_center:delete:inbox_queue	a	contact_center_queue:write:admin
contact_center:delete:inbox_user	a	contact_center_user:write:admin
contact_center:delete:outbound_campaign	a	contact_center_outbound_campaign:delete:admin
contact_center:delete:outbound_campaign_contactlist	a	contact_center_outbound_campaign_contactlist:write:admin
contact_center:delete:outbound_campaign_contacts	a	contact_center_outbound_campaign_contacts:write:admin
contact_center:delete:outbound_campaign_dnc_list_phones	a	contact_center_outbound_campaign_dnc_list_phones:write:admin
contact_center:delete:queue	a	contact_center_queue:write:admin
contact_center:delete:queue_agent	a	contact_center_queue:write:admin
contact_center:delete:queue_disposition	a	contact_center_queue:write:admin
contact_center:delete:queue_disposition_set	a	contact_center_queue:write:admin
contact_center:delete:queue_supervisor	a	contact_center_queue:read:admin contact_center_queue:write:admin
contact_center:delete:queue_team	a	contact_center_queue:write:admin
contact_center:delete:recording	a	contact_center_recording:write:admin
contact_center:delete:region	a	contact_center_region:write:admin
contact_center:delete:role	a	contact_center_role:write:admin
contact_center:delete:role_user	a	contact_center_role:write:admin
contact_center:delete:skill	a	contact_center_skill:write:admin
contact_center:delete:skill_category	a	contact_center_skill:write:admin
contact_center:delete:system_status	a	contact_center_preference:write:admin
contact_center:delete:team	a	contact_center_team:write:admin
contact_center:delete:user	a	contact_center_user:write:admin
contact_center:delete:user_skill	a	contact_center_skill:write:admin
contact_center:delete:user_templates	a	contact_center_user_template:write:admin
contact_center:delete:variable	a	contact_center_variable:write:admin
contact_center:delete:variable_group	a	contact_center_variable:write:admin
contact_center:delete:variable_log	a	contact_center_variable_log:write:admin
contact_center:patch:queue_operating_hours	a	contact_center_queue:write:admin		non-standard action 'patch'
contact_center:read:address_book	a	contact_center_contact:read:admin
contact_center:read:address_book_contact	a	contact_center_contact:read:admin
contact_center:read:address_book_custom_field	a	contact_center_contact:read:admin
contact_center:read:address_book_unit	a	contact_center_contact:read:admin
contact_center:read:agent_report	a	contact_center_report:read:admin
contact_center:read:agent_routing_profile	a	contact_center_routing_profile:read:admin
contact_center:read:agent_status_report	a	contact_center_report:read:admin
contact_center:read:asset_library	a	contact_center_asset_library:read:admin	contact_center.asset_created contact_center.asset_deleted contact_center.asset_updated
contact_center:read:attachment	a	contact_center_attachment:read:admin
contact_center:read:business_hour	a	contact_center_operating_hours:read:admin contact_center_queue:read:admin	contact_center.business_hours_created contact_center.business_hours_deleted contact_center.business_hours_updated
contact_center:read:business_hours_flow	a	contact_center_flow:read:admin
contact_center:read:business_hours_queue	a	contact_center_queue:read:admin
contact_center:read:call_journey_log	a	contact_center_report:read:admin
contact_center:read:closure_hour	a	contact_center_operating_hours:read:admin contact_center_queue:read:admin	contact_center.closure_created contact_center.closure_deleted contact_center.closure_updated
contact_center:read:closure_hour_queue	a	contact_center_queue:read:admin
contact_center:read:clousre_hour_flow	a	contact_center_flow:read:admin
contact_center:read:consumer_routing_profile	a	contact_center_routing_profile:read:admin
contact_center:read:dataset_agent_performance	a	contact_center_report:read:admin
contact_center:read:dataset_agent_timecard	a	contact_center_report:read:admin
contact_center:read:dataset_disposition	a	contact_center_report:read:admin
contact_center:read:dataset_engagement	a	contact_center_report:read:admin
contact_center:read:dataset_expert_assist	a	contact_center_report:read:admin
contact_center:read:dataset_flow_performance	a	contact_center_report:read:admin
contact_center:read:dataset_outbound_dialer_performance	a	contact_center_report:read:admin
contact_center:read:dataset_queue_performance	a	contact_center_report:read:admin
contact_center:read:disposition	a	contact_center_disposition:read:admin
contact_center:read:disposition_set	a	contact_center_disposition:read:admin
contact_center:read:engagement	a	contact_center_engagement:read:admin contact_center_report:read:admin	contact_center.engagement_consumer_answered contact_center.engagement_consumer_ended contact_center.engagement_consumer_notified contact_center.engagement_consumer_sent_file contact_center.engagement_consumer_sent_message contact_center.engagement_disposition_added contact_center.engagement_ended contact_center.engagement_monitor_ended contact_center.engagement_monitor_started contact_center.engagement_note_added contact_center.engagement_takeover_started contact_center.engagement_transfer_accepted contact_center.engagement_transfer_canceled contact_center.engagement_transfer_completed contact_center.engagement_transfer_initiated contact_center.engagement_transfer_queued contact_center.engagement_transfer_rejected contact_center.engagement_transfer_reserved contact_center.engagement_transfer_timeout contact_center.engagement_upgrade_completed contact_center.engagement_upgrade_expired contact_center.engagement_upgrade_initiated contact_center.engagement_user_answered contact_center.engagement_user_dtmf_sent contact_center.engagement_user_ended contact_center.engagement_user_hold contact_center.engagement_user_muted contact_center.engagement_user_sent_file contact_center.engagement_user_sent_message contact_center.engagement_user_unhold contact_center.engagement_user_unmuted contact_center.engagement_wrap_up_ended contact_center.engagement_wrap_up_started
contact_center:read:engagement_email_transcript_completed	a	contact_center_engagement:read:admin	contact_center.engagement_email_transcript_completed
contact_center:read:engagement_log	a	contact_center_messaging:read:admin contact_center_report:read:admin
contact_center:read:engagement_messaging_transcript_completed	a	contact_center_engagement:read:admin	contact_center.engagement_messaging_transcript_completed
contact_center:read:engagement_recording_status	a	contact_center_engagement:read:admin
contact_center:read:engagement_report	a	contact_center_report:read:admin	contact_center.cx_engagement_end_data_ready contact_center.legacy_engagement_end_data_ready
contact_center:read:engagement_started	a	contact_center_engagement:read:admin	contact_center.engagement_started
contact_center:read:flow	a	contact_center_flow:read:admin
contact_center:read:inbox	a	contact_center_inbox:read:admin	contact_center.inbox_message_assigned contact_center.inbox_message_deleted contact_center.inbox_message_downloaded contact_center.inbox_message_opened contact_center.inbox_message_received contact_center.inbox_message_reopened contact_center.inbox_message_resolved
contact_center:read:inbox_messages	a	contact_center_inbox:read:admin
contact_center:read:inbox_user	a	contact_center_user:read:admin
contact_center:read:list_address_book_contacts	a	contact_center_contact:read:admin
contact_center:read:list_address_book_units	a	contact_center_contact:read:admin
contact_center:read:list_address_books	a	contact_center_contact:read:admin
contact_center:read:list_business_hours	a	contact_center_operating_hours:read:admin contact_center_queue:read:admin
contact_center:read:list_closure_hours	a	contact_center_operating_hours:read:admin contact_center_queue:read:admin
contact_center:read:list_disposition_sets	a	contact_center_disposition:read:admin contact_center_queue:read:admin
contact_center:read:list_dispositions	a	contact_center_disposition:read:admin contact_center_queue:read:admin
contact_center:read:list_engagements	a	contact_center_report:read:admin
contact_center:read:list_flows	a	contact_center_flow:read:admin
contact_center:read:list_inbox_queues	a	contact_center_queue:read:admin
contact_center:read:list_inboxes	a	contact_center_inbox:read:admin
contact_center:read:list_notes	a	contact_center_note:read:admin
contact_center:read:list_queue_agents	a	contact_center_queue:read:admin
contact_center:read:list_queues	a	contact_center_queue:read:admin
contact_center:read:list_recordings	u	contact_center_recording:read
	a	contact_center_recording:read:admin
contact_center:read:list_region_users	a	contact_center_region:read:admin
contact_center:read:list_regions	a	contact_center_region:read:admin
contact_center:read:list_role_users	a	contact_center_role:read:admin
contact_center:read:list_roles	a	contact_center_role:read:admin
contact_center:read:list_skill_categories	a	contact_center_skill:read:admin
contact_center:read:list_skill_users	a	contact_center_user:read:admin
contact_center:read:list_skills	a	contact_center_skill:read:admin
contact_center:read:list_system_statues	a	contact_center_preference:read:admin
contact_center:read:list_user_queues	a	contact_center_user:read:admin
contact_center:read:list_user_skills	a	contact_center_skill:read:admin
contact_center:read:list_users	a	contact_center_user:read:admin
contact_center:read:list_variable_groups	a	contact_center_variable:read:admin
contact_center:read:list_variable_logs	a	contact_center_variable_log:read:admin
contact_center:read:list_variables	a	contact_center_variable:read:admin
contact_center:read:messaging	a	contact_center_messaging:read:admin	contact_center.message_status
contact_center:read:note	a	contact_center_note:read:admin
contact_center:read:operation_logs	a	contact_center_operation_logs:read:admin
contact_center:read:outbound_campaign	a	contact_center_outbound_campaign:read:admin
contact_center:read:outbound_campaign_contactlist	a	contact_center_outbound_campaign_contactlist:read:admin
contact_center:read:outbound_campaign_contacts	a	contact_center_outbound_campaign_contacts:read:admin
contact_center:read:outbound_campaign_dnc_list_phones	a	contact_center_outbound_campaign_dnc_list_phones:read:admin
contact_center:read:queue	a	contact_center_queue:read:admin	contact_center.queue_created contact_center.queue_deleted contact_center.queue_scheduled_callback_created
contact_center:read:queue_agent_assigned	a	contact_center_queue:read:admin contact_center_queue:write:admin	contact_center.queue_agent_assigned
contact_center:read:queue_agent_unassigned	a	contact_center_queue:read:admin contact_center_queue:write:admin	contact_center.queue_agent_unassigned
contact_center:read:queue_operating_hours	a	contact_center_queue:read:admin
contact_center:read:queue_operating_hours_updated	a	contact_center_queue:read:admin contact_center_queue:write:admin	contact_center.queue_operating_hours_updated
contact_center:read:queue_report	a	contact_center_report:read:admin
contact_center:read:queue_supervisor_assigned	a	contact_center_queue:read:admin contact_center_queue:write:admin	contact_center.queue_supervisor_assigned
contact_center:read:queue_supervisor_unassigned	a	contact_center_queue:read:admin contact_center_queue:write:admin	contact_center.queue_supervisor_unassigned
contact_center:read:recording	a	contact_center_recording:read:admin contact_center_recording:write:admin	contact_center.recording_completed contact_center.recording_deleted contact_center.recording_paused contact_center.recording_permanently_deleted contact_center.recording_resumed contact_center.recording_started contact_center.recording_stopped contact_center.recording_transcript_completed
contact_center:read:region	a	contact_center_region:read:admin
contact_center:read:role	a	contact_center_role:read:admin
contact_center:read:skill	a	contact_center_skill:read:admin
contact_center:read:skill_category	a	contact_center_skill:read:admin
contact_center:read:sms	a	contact_center_sms:read:admin	contact_center.sms_status
contact_center:read:sms_log	a	contact_center_sms:read:admin
	m	contact_center_sms:master
contact_center:read:system_status	a	contact_center_preference:read:admin
contact_center:read:task	a	contact_center_queue:read:admin contact_center_queue:write:admin contact_center_task:read:admin contact_center_task:write:admin	contact_center.task_canceled contact_center.task_completed contact_center.task_created contact_center.task_deleted contact_center.task_entered_queue contact_center.task_exited_queue contact_center.task_reservation_accepted contact_center.task_reservation_canceled contact_center.task_reservation_completed contact_center.task_reservation_created contact_center.task_reservation_rejected contact_center.task_reservation_timeout contact_center.task_updated
contact_center:read:team	a	contact_center_team:read:admin	contact_center.team_created contact_center.team_deleted contact_center.team_moved contact_center.team_updated
contact_center:read:team_member_assigned	a	contact_center_team:read:admin contact_center_team:write:admin	contact_center.team_members_assigned
contact_center:read:team_member_unassigned	a	contact_center_team:read:admin contact_center_team:write:admin	contact_center.team_members_unassigned
contact_center:read:user	a	contact_center_user:read:admin	contact_center.user_created contact_center.user_login contact_center.user_logout contact_center.user_opt_in contact_center.user_opt_out contact_center.user_phone_numbers_assigned contact_center.user_phone_numbers_unassigned contact_center.user_skills_assigned contact_center.user_skills_unassigned contact_center.user_status_changed
contact_center:read:user_control	a	contact_center_user:read:admin	contact_center.call_control_make_call_executed
contact_center:read:user_deleted	a	contact_center_user:read:admin contact_center_user:write:admin	contact_center.user_deleted
contact_center:read:user_device	a	contact_center_user:read:admin
contact_center:read:user_templates	a	contact_center_user:read:admin contact_center_user_template:read:admin
contact_center:read:user_updated	a	contact_center_user:read:admin contact_center_user:write:admin	contact_center.user_updated
contact_center:read:variable	a	contact_center_variable:read:admin
contact_center:read:variable_group	a	contact_center_variable:read:admin
contact_center:read:variable_log	a	contact_center_variable_log:read:admin
contact_center:read:voice_call_log	a	contact_center_voice_call:read:admin
	m	contact_center_voice_call:master
contact_center:read:voicemail_transcript_completed	a	contact_center_voicemail:read:admin contact_center_voicemail:write:admin	contact_center.voicemail_transcript_completed
contact_center:read:zcc_voice_audio	n			RTMS media scope; no suffix, yet used in an ADMIN_MANAGEMENT manifest and an S2S app (level not derivable from suffix)
contact_center:udpate:region	a	contact_center_region:write:admin		misspelt action 'udpate' in Zoom's own spec; keep verbatim
contact_center:update:address_book	a	contact_center_contact:write:admin
contact_center:update:address_book_contact	a	contact_center_contact:write:admin
contact_center:update:address_book_custom_field	a	contact_center_contact:write:admin
contact_center:update:address_book_unit	a	contact_center_contact:write:admin
contact_center:update:agent_routing_profile	a	contact_center_routing_profile:write:admin
contact_center:update:batch_users	a	contact_center_user:write:admin
contact_center:update:business_hour	a	contact_center_operating_hours:write:admin
contact_center:update:closure_hour	a	contact_center_operating_hours:write:admin
contact_center:update:consumer_routing_profile	a	contact_center_routing_profile:write:admin
contact_center:update:disposition	a	contact_center_disposition:write:admin
contact_center:update:disposition_set	a	contact_center_disposition:write:admin
contact_center:update:engagement	a	contact_center_engagement:write:admin
contact_center:update:engagement_recording_control	a	contact_center_engagement:write:admin
contact_center:update:engagement_rtms_app_status	a			RTMS control
contact_center:update:flow	a	contact_center_flow:write:admin
contact_center:update:inbox	a	contact_center_inbox:write:admin
contact_center:update:note	u	contact_center_note:write
contact_center:update:outbound_campaign	a	contact_center_outbound_campaign:update:admin contact_center_outbound_campaign:write:admin
contact_center:update:outbound_campaign_contactlist	a	contact_center_outbound_campaign_contactlist:write:admin
contact_center:update:outbound_campaign_contacts	a	contact_center_outbound_campaign_contacts:write:admin
contact_center:update:queue	a	contact_center_queue:write:admin
contact_center:update:queue_agent	a	contact_center_queue:write:admin
contact_center:update:role	a	contact_center_role:write:admin
contact_center:update:skill	a	contact_center_skill:write:admin
contact_center:update:skill_category	a	contact_center_skill:write:admin
contact_center:update:system_status	a	contact_center_preference:write:admin
contact_center:update:team	a	contact_center_team:write:admin
contact_center:update:user	a	contact_center_user:write:admin
contact_center:update:user_templates	a	contact_center_user_template:write:admin
contact_center:update:variable	a	contact_center_variable:write:admin
contact_center:update:variable_group	a	contact_center_variable:write:admin
contact_center:write:address_book	a	contact_center_contact:write:admin
contact_center:write:address_book_contact	a	contact_center_contact:write:admin
contact_center:write:address_book_custom_field	a	contact_center_contact:write:admin
contact_center:write:address_book_unit	a	contact_center_contact:write:admin
contact_center:write:agent_routing_profile	a	contact_center_routing_profile:write:admin
contact_center:write:asset_library	a	contact_center_asset_library:write:admin
contact_center:write:batch_users	a	contact_center_user:write:admin
contact_center:write:business_hour	a	contact_center_operating_hours:write:admin contact_center_queue:write:admin
contact_center:write:closure_hour	a	contact_center_operating_hours:write:admin contact_center_queue:write:admin
contact_center:write:consumer_routing_profile	a	contact_center_routing_profile:write:admin
contact_center:write:disposition	a	contact_center_disposition:write:admin
contact_center:write:disposition_set	a	contact_center_disposition:write:admin
contact_center:write:engagement	a	contact_center_engagement:write:admin
contact_center:write:flow	a	contact_center_flow:write:admin
contact_center:write:inbox	a	contact_center_inbox:write:admin
contact_center:write:inbox_queue	a	contact_center_queue:write:admin
contact_center:write:inbox_user	a	contact_center_user:write:admin
contact_center:write:messaging	a	contact_center_messaging:write:admin
contact_center:write:outbound_campaign	a	contact_center_outbound_campaign:write:admin
contact_center:write:outbound_campaign_contactlist	a	contact_center_outbound_campaign_contactlist:write:admin
contact_center:write:outbound_campaign_contacts	a	contact_center_outbound_campaign_contacts:write:admin
contact_center:write:outbound_campaign_dnc_list_phones	a	contact_center_outbound_campaign_dnc_list_phones:write:admin
contact_center:write:queue	a	contact_center_queue:write:admin
contact_center:write:queue disposition	a	contact_center_queue:write:admin		contains a SPACE in Zoom docs (both spec and scope page); probable doc typo
contact_center:write:queue_agent	a	contact_center_queue:write:admin
contact_center:write:queue_disposition_set	a	contact_center_queue:write:admin
contact_center:write:queue_team	a	contact_center_queue:write:admin
contact_center:write:region	a	contact_center_region:write:admin
contact_center:write:region_user	a	contact_center_region:write:admin
contact_center:write:role	a	contact_center_role:write:admin
contact_center:write:role_user	a	contact_center_role:write:admin
contact_center:write:skill	a	contact_center_skill:write:admin
contact_center:write:skill_category	a	contact_center_skill:write:admin
contact_center:write:sms	a	contact_center_sms:write:admin
contact_center:write:system_status	a	contact_center_preference:write:admin
contact_center:write:team	a	contact_center_team:write:admin
contact_center:write:user	a	contact_center_user:write:admin
contact_center:write:user_control	a	contact_center_user:write:admin
contact_center:write:user_skill	a	contact_center_skill:write:admin
contact_center:write:user_templates	a	contact_center_user_template:write:admin
contact_center:write:variable	a	contact_center_variable:write:admin
contact_center:write:variable_group	a	contact_center_variable:write:admin
= Contact Group
contact_group:delete:group	a	imgroup:write:admin
	m
contact_group:delete:member	a	imgroup:write:admin
	m
contact_group:read:group	a	imgroup:read:admin imgroup:write:admin
	m
contact_group:read:list_groups	a	imgroup:read:admin imgroup:write:admin
	m
contact_group:read:list_members	a	imgroup:read:admin imgroup:write:admin
	m
contact_group:update:group	a	imgroup:write:admin
	m
contact_group:write:group	a	imgroup:write:admin
	m
contact_group:write:member	a	imgroup:write:admin
	m
= Dashboard / QSS
dashboard:read:chat	a	dashboard:read:admin dashboard_im:read:admin
	m	dashboard:master dashboard_im:read:master
dashboard:read:client_versions	a	dashboard:read:admin dashboard_home:read:admin
	m	dashboard:master dashboard:read:master
dashboard:read:crc_port_usage	a	dashboard:read:admin dashboard_crc:read:admin
	m	dashboard:master dashboard_crc:read:master
dashboard:read:issues_zoomroom	a	dashboard:read:admin dashboard_home:read:admin dashboard_zr:read:admin
	m	dashboard:master dashboard:read:master dashboard_zr:read:master
dashboard:read:list_meeting_participants	a	dashboard:read:admin dashboard_meetings:read:admin
	m	dashboard:master
dashboard:read:list_meeting_participants_qos	a	dashboard:read:admin dashboard_meetings:read:admin
	m	dashboard:master
dashboard:read:list_meetings	a	dashboard:read:admin dashboard_meetings:read:admin
	m
dashboard:read:list_meetings_feedback	a	dashboard:read:admin dashboard_home:read:admin
	m	dashboard:master dashboard:read:master
dashboard:read:list_webinar_participants	a	dashboard:read:admin dashboard_webinars:read:admin
	m	dashboard:master
dashboard:read:list_webinar_participants_qos	a	dashboard:read:admin dashboard_webinars:read:admin
	m	dashboard:master
dashboard:read:list_webinars	a	dashboard:read:admin dashboard_webinars:read:admin
	m	dashboard:master
dashboard:read:list_zoomrooms	a	dashboard:read:admin dashboard_home:read:admin dashboard_zr:read:admin
	m	dashboard:master dashboard:read:master dashboard_zr:read:master
dashboard:read:meeting	a	dashboard:read:admin dashboard_meetings:read:admin
	m	dashboard:master
dashboard:read:meeting_feedback	a	dashboard:read:admin dashboard_home:read:admin
	m	dashboard:master dashboard:read:master
dashboard:read:meeting_participant_qos	a	dashboard:read:admin dashboard_meetings:read:admin	meeting.participant_qos meeting.participant_qos_summary
	m	dashboard:master	^
dashboard:read:meeting_quality_score	a	dashboard:read:admin dashboard_home:read:admin
	m	dashboard:master dashboard:read:master
dashboard:read:meeting_sharing	a	dashboard:read:admin dashboard_meetings:read:admin
	m	dashboard:master dashboard_meetings:read:master
dashboard:read:meeting_survey	a	dashboard:read:admin dashboard_home:read:admin
	m	dashboard:master dashboard:read:master
dashboard:read:post_meeting_feedback	a	dashboard:read:admin dashboard_meetings:read:admin
	m	dashboard:master dashboard_meetings:read:master
dashboard:read:post_webinar_feedback	a	dashboard:read:admin dashboard_webinars:read:admin
	m	dashboard:master dashboard_webinars:read:master
dashboard:read:webinar	a	dashboard:read:admin dashboard_webinars:read:admin
	m	dashboard:master
dashboard:read:webinar_participant_qos	a	dashboard:read:admin dashboard_webinars:read:admin	webinar.participant_qos webinar.participant_qos_summary
	m	dashboard:master	^
dashboard:read:webinar_sharing	a	dashboard:read:admin dashboard_webinars:read:admin
	m	dashboard:master dashboard_webinars:read:master
dashboard:read:zoomroom	a	dashboard:read:admin dashboard_zr:read:admin
	m	dashboard:master dashboard_zr:read:master
qss:read:meeting_participant_data	a	dashboard:read:admin dashboard_meetings:read:admin	meeting.participant_data meeting.participant_data_summary
	m	dashboard:master	^
qss:read:webinar_participant_data	a	dashboard:read:admin dashboard_webinars:read:admin	webinar.participant_data webinar.participant_data_summary
	m	dashboard:master	^
= Data Request
data_request:delete:request	a	data_request:write:admin
data_request:read:download	a	data_request:read:admin data_request:write:admin
data_request:read:history	a	data_request:read:admin data_request:write:admin
data_request:write:request	a	data_request:write:admin
= Device
device:delete:zpa_device	a	device:write:admin
	m
device:read:list_groups	a	device:read:admin
	m
device:read:list_zpa_versions	a	device:read:admin
	m
device:read:user_setting	a	device:read:admin
	m
device:update:zdm_device_assignment	a	device:write:admin
device:write:group	a	device:write:admin
	m
device:write:zpa_device	a	device:write:admin
	m
device:write:zpa_os_app	a	device:write:admin
	m
= Division
division:delete:division	a	division:wirte:admin
division:read:division	a	division:read:admin division:wirte:admin
division:read:list_divisions	a	division:read:admin
division:read:member	a	division:read:admin
division:update:division	a	division:wirte:admin
division:write:division	a	division:wirte:admin
division:write:member	a	division:wirte:admin
= Docs
docs:delete:collaborator	u	docs_collaborator:delete
	a	docs_collaborator:delete:admin
docs:delete:content	u
docs:delete:file	u	docs:delete
	a	docs:delete:admin
docs:read:archive	a	docs_archiving:read:admin
docs:read:export	u
	a	docs_export:read:admin
docs:read:file	u	docs:read
	a	docs:read:admin
docs:read:general_access	u	docs_general_access:read
	a	docs_general_access:read:admin
docs:read:import	u	docs_import:read
	a	docs_import:read:admin
docs:read:list_children	u	docs:read
	a	docs:read:admin
docs:read:list_file_collaborators	u	docs_collaborator:read
	a	docs_collaborator:read:admin
docs:update:collaborator	u	docs_collaborator:write
	a	docs_collaborator:write:admin
docs:update:content	u
docs:update:file	u	docs:write
	a	docs:write:admin
docs:update:file_owner	u
	a	docs_file_owner:write:admin
docs:update:general_access	u	docs_general_access:write
	a	docs_general_access:write:admin
docs:write:collaborator	u	docs_collaborator:write
	a	docs_collaborator:write:admin
docs:write:content	u
docs:write:export	u	docs_export:write
	a	docs_export:write:admin
docs:write:file	u	docs:write
	a	docs:write:admin
docs:write:file_uploads	u	docs_file_uploads:write
	a	docs_file_uploads:write:admin
docs:write:import	u	docs_import:write
	a	docs_import:write:admin
= Group
group:delete:administrator	a	group:write:admin
	m	group:master
group:delete:group	a	group:write:admin
	m	group:master group:write:master
group:delete:member	a	group:write:admin
	m	group:master
group:delete:virtual_background_files	a	group:write:admin
	m	group:master group:write:master
group:read:administrator	a	group:read:admin group:write:admin	group.admin_added group.admin_deleted
	m	group:master	^
group:read:group	a	group:read:admin group:write:admin	group.created group.deleted group.updated
	m	group:master	^
group:read:list_channels	a	group:read:admin group:write:admin
	m	group:master
group:read:list_groups	a	group:read:admin group:write:admin
	m	group:master
group:read:list_members	a	group:read:admin group:write:admin
	m	group:master
group:read:lock_settings	a	group:read:admin group:write:admin	group.lock_settings_updated
	m	group:master	^
group:read:member	a	group:read:admin group:write:admin	group.member_added group.member_deleted
	m	group:master	^
group:read:registration_settings	a	group:read:admin group:write:admin
	m	group:master
group:read:settings	a	group:read:admin group:write:admin	group.settings_updated
	m	group:master	^
group:update:group	a	group:write:admin
	m	group:master
group:update:lock_settings	a	group:write:admin
	m	group:master
group:update:member	a	group:write:admin
	m	group:master
group:update:registration_settings	a	group:write:admin
	m	group:master
group:update:settings	a	group:write:admin
	m	group:master
group:write:administrator	a	group:write:admin
group:write:group	a	group:write:admin
	m	group:master
group:write:member	a	group:write:admin
	m	group:master
group:write:virtual_background_files	a	group:write:admin
	m	group:master group:write:master
= H.323/SIP Device
h323_device:delete:device	a	h323:write:admin
h323_device:read:list_devices	a	h323:read:admin
h323_device:update:device	a	h323:write:admin
h323_device:write:device	a	h323:write:admin
= Healthcare
healthcare:read:clinical_notes	a	clinical_note:read:admin
	m
healthcare:read:list_clinical_notes	u		clinical_notes.note_created
	a	clinical_note:read:admin	^
	m		^
healthcare:update:clinical_notes	a	clinical_note:update:admin
	m
= Hub
hub:read:content	u			MCP tool scope
hub:write:content	u			MCP tool scope
= Information Barriers
information_barrier:delete:policy	a	information_barriers:write:admin	information_barriers.policy_deleted
	m	information_barriers:write:master
information_barrier:read:list_policies	a	information_barriers:read:admin
	m	information_barriers:read:master
information_barrier:read:policy	a	information_barriers:read:admin
	m	information_barriers:read:master
information_barrier:update:policy	a	information_barriers:write:admin	information_barriers.policy_updated
	m	information_barriers:write:master
information_barrier:write:policy	a	information_barriers:write:admin	information_barriers.policy_created
	m	information_barriers:write:master
= Mail
email:delete:draft	u	mail:write
	a	mail:write:admin
email:delete:label	u	mail:write
	a	mail:write:admin
email:delete:msg	u	mail:write
	a	mail:write:admin
email:delete:setting_delegate	u	mail:write
	a	mail:write:admin
email:delete:setting_filter	u	mail:write
	a	mail:write:admin
email:delete:thread	u	mail:write
	a	mail:write:admin
email:read:attachment	u	mail:read
	a	mail:read:admin
email:read:draft	u	mail:read
	a	mail:read:admin
email:read:history	u	mail:read
	a	mail:read:admin
email:read:label	u	mail:read
	a	mail:read:admin
email:read:list_drafts	u	mail:read
	a	mail:read:admin
email:read:list_labels	u	mail:read
	a	mail:read:admin
email:read:list_msgs	u	mail:read
	a	mail:read:admin
email:read:list_setting_delegates	u	mail:read
	a	mail:read:admin
email:read:list_setting_filters	u	mail:read
	a	mail:read:admin
email:read:list_threads	u	mail:read
	a	mail:read:admin
email:read:msg	u	mail:read	mail.history_event
	a	mail:read:admin	^
email:read:profile	u	mail:read
	a	mail:read:admin
email:read:setting_delegate	u	mail:read
	a	mail:read:admin
email:read:setting_filter	u	mail:read
	a	mail:read:admin
email:read:setting_vacation	u	mail:read
	a	mail:read:admin
email:read:thread	u	mail:read
	a	mail:read:admin
email:update:draft	u	mail:write
	a	mail:write:admin
email:update:label	u	mail:write
	a	mail:write:admin
email:update:setting_vacation	u	mail:write
	a	mail:write:admin
email:write:batch_delete_msgs	u	mail:write
	a	mail:write:admin
email:write:batch_modify_msgs	u	mail:write
	a	mail:write:admin
email:write:draft	u	mail:write
	a	mail:write:admin
email:write:label	u	mail:write
	a	mail:write:admin
email:write:modify_msg	u	mail:write
	a	mail:write:admin
email:write:msg	u	mail:write
	a	mail:write:admin
email:write:send_draft	u	mail:write
	a	mail:write:admin
email:write:send_msg	u	mail:write
	a	mail:write:admin
email:write:setting_delegate	u	mail:write
	a	mail:write:admin
email:write:setting_filter	u	mail:write
	a	mail:write:admin
email:write:thread	u	mail:write
	a	mail:write:admin
email:write:trash_msg	u	mail:write
	a	mail:write:admin
email:write:trash_thread	u	mail:write
	a	mail:write:admin
email:write:untrash_msg	u	mail:write
	a	mail:write:admin
email:write:untrash_thread	u	mail:write
	a	mail:write:admin
= Marketplace
marketplace:delete:event_subscription	p			client_credentials only
marketplace:read:app	u	marketplace_app:read
	a	marketplace_app:read:admin
marketplace:read:app_request	a	marketplace_app:read:admin	app.authorization_request_created
marketplace:read:custom_fields	u	marketplace_custom_fields:read
	a	marketplace_custom_fields:read:admin
marketplace:read:list_api_logs	a
marketplace:read:list_apps	a	marketplace_app:read:admin
marketplace:read:list_event_subscriptions	p			client_credentials only
marketplace:read:list_user_app_requests	u	marketplace_app:read
	a	marketplace_app:read:admin
marketplace:read:list_user_entitlements	u	marketplace_entitlement:read
	a	marketplace_entitlement:read:admin
marketplace:update:app_request	a	marketplace_app:write:admin
marketplace:update:client_secret	p			endpoint doc says client_credentials token required
marketplace:update:event_subscription	p			client_credentials only
marketplace:write:app	u	marketplace_app:write
	a	marketplace_app:write:admin
	m	marketplace_app:master
marketplace:write:app_deeplink	a	marketplace_app:write:admin
marketplace:write:app_pre_approve	a	marketplace_app:write:admin
marketplace:write:app_request	a	marketplace_app:write:admin
marketplace:write:event_subscription	p			client_credentials only; rejected in a General-app manifest
marketplace:write:notifications	u	app:notification:read app:notification:write
marketplace:write:websocket_connection	p			client_credentials only
= Meeting
meeting:delete:live_meeting_chat_message	u	meeting:write
	a	meeting:write:admin
meeting:delete:meeting	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:delete:open_app	u	meeting:write
	a	meeting:write:admin
meeting:delete:poll	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:delete:registrant	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:delete:summary	u	meeting_summary:write
	a	meeting_summary:write:admin
	m	meeting_summary:master
meeting:delete:survey	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:read:ai_companion	u	meeting:read	meeting.ai_companion_assets_deleted meeting.ai_companion_started meeting.ai_companion_stopped
	a	meeting:read:admin	^
meeting:read:alert	u	meeting:read meeting:write	meeting.alert
	a	meeting:read:admin meeting:write:admin	^
	m	meeting:master	^
meeting:read:assets	u			MCP tool scope
	a			MCP tool scope
meeting:read:chat_message	u	meeting:read meeting:write	meeting.chat_message_file_downloaded meeting.chat_message_file_sent meeting.chat_message_sent
	a	meeting:read:admin meeting:write:admin	^
	m	meeting:master	meeting.chat_message_file_sent meeting.chat_message_sent
meeting:read:device	u	meeting:read meeting:write	meeting.device_tested
	a	meeting:read:admin meeting:write:admin	^
	m	meeting:master	^
meeting:read:invitation	u	meeting:read	meeting.invitation_accepted meeting.invitation_dispatched meeting.invitation_rejected meeting.invitation_timeout
	a	meeting:read:admin	^
	m	meeting:master
meeting:read:list_meetings	u	meeting:read
	a	meeting:read:admin
	m	meeting:master
meeting:read:list_past_instances	u	meeting:read
	a	meeting:read:admin
	m	meeting:master
meeting:read:list_past_participants	u	meeting:read
	a	meeting:read:admin
meeting:read:list_poll_results	u	meeting:read
	a	meeting:read:admin
meeting:read:list_polls	u	meeting:read
	a	meeting:read:admin
	m	meeting:master
meeting:read:list_registrants	u	meeting:read
	a	meeting:read:admin
	m	meeting:master
meeting:read:list_registration_questions	u	meeting:read
	a	meeting:read:admin
meeting:read:list_summaries	a	meeting_summary:read:admin
	m	meeting_summary:master
meeting:read:list_templates	u	meeting:read
	a	meeting:read:admin
	m	meeting:master
meeting:read:list_upcoming_meetings	u	meeting:read
	a	meeting:read:admin
meeting:read:live_streaming_token	u	meeting_token:read:admin:live_streaming meeting_token:read:live_streaming
	a
meeting:read:livestream	u	meeting:read	meeting.live_streaming_started meeting.live_streaming_stopped
	a	meeting:read:admin	^
	m	meeting:master	^
meeting:read:local_archiving_token	a
meeting:read:local_recording_token	u	meeting_token:read:admin:local_recording meeting_token:read:local_recording
	a
meeting:read:meeting	u	meeting:read	meeting.converted_to_webinar meeting.created meeting.deleted meeting.ended meeting.permanently_deleted meeting.recovered meeting.started meeting.updated
	a	meeting:read:admin	^
	m	meeting:master	^
meeting:read:meeting_audio	u			RTMS media scope
meeting:read:meeting_chat	u			RTMS media scope
meeting:read:meeting_transcript	u			RTMS media scope
meeting:read:meeting_video	u			RTMS media scope
meeting:read:participant	u	meeting:read meeting:write	meeting.participant_admitted meeting.participant_bind meeting.participant_jbh_joined meeting.participant_jbh_waiting meeting.participant_jbh_waiting_left meeting.participant_joined meeting.participant_joined_breakout_room meeting.participant_joined_waiting_room meeting.participant_left meeting.participant_left_breakout_room meeting.participant_left_waiting_room meeting.participant_put_in_waiting_room meeting.participant_role_changed
	a	meeting:read:admin meeting:write:admin	^
	m	meeting:master	^
meeting:read:participant_callout	u	meeting:read meeting:write	meeting.participant_phone_callout_accepted meeting.participant_phone_callout_missed meeting.participant_phone_callout_rejected meeting.participant_phone_callout_ringing meeting.participant_room_system_callout_accepted meeting.participant_room_system_callout_failed meeting.participant_room_system_callout_missed meeting.participant_room_system_callout_rejected meeting.participant_room_system_callout_ringing
	a	meeting:read:admin meeting:write:admin	^
	m	meeting:master	^
meeting:read:participant_feedback	u	meeting:read meeting:write	meeting.participant_feedback
	a	meeting:read:admin meeting:write:admin	^
	m	meeting:master	^
meeting:read:participant_sharing	u	meeting:read meeting:write	meeting.breakout_room_sharing_ended meeting.breakout_room_sharing_started meeting.sharing_ended meeting.sharing_started
	a	meeting:read:admin meeting:write:admin	^
	m	meeting:master	^
meeting:read:past_meeting	u	meeting:read
	a	meeting:read:admin
meeting:read:past_qa	u	meeting:read
	a	meeting:read:admin
meeting:read:poll	u	meeting:read
	a	meeting:read:admin
	m	meeting:master
meeting:read:registrant	u	meeting:read	meeting.registration_approved meeting.registration_cancelled meeting.registration_created meeting.registration_denied
	a	meeting:read:admin	^
	m	meeting:master	^
meeting:read:risk_alert	u	meeting:read meeting:write	meeting.risk_alert
	a	meeting:read:admin meeting:write:admin	^
	m	meeting:master	^
meeting:read:search	u			MCP tool scope
meeting:read:summary	u	meeting_summary:read	meeting.aic_transcript_completed meeting.summary_completed meeting.summary_deleted meeting.summary_recovered meeting.summary_shared meeting.summary_trashed meeting.summary_updated
	a	meeting_summary:read:admin	^
	m	meeting_summary:master	meeting.summary_completed meeting.summary_deleted meeting.summary_recovered meeting.summary_shared meeting.summary_trashed meeting.summary_updated
meeting:read:survey	u	meeting:read
	a	meeting:read:admin
	m	meeting:master
meeting:read:token	u	meeting:read
	a	meeting:read:admin
	m	meeting:master
meeting:update:in_meeting_controls	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:update:live_meeting_chat_message	u	meeting:write
	a	meeting:write:admin
meeting:update:livestream	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:update:livestream_status	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:update:meeting	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:update:participant_rtms_app_status	u	meeting:write
	a	meeting:write:admin
meeting:update:poll	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:update:registrant_status	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:update:registration_question	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:update:status	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:update:survey	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:write:batch_polls	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:write:batch_registrants	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:write:invite_links	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:write:meeting	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:write:open_app	u	meeting:write
	a	meeting:write:admin
meeting:write:poll	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:write:registrant	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
meeting:write:sip_dialing	u	meeting:write:admin:sip_dialing meeting:write:sip_dialing
	a
meeting:write:template	u	meeting:write
	a	meeting:write:admin
	m	meeting:master
= Number Management
number_management:delete:numbers	a	number_management_numbers:write:admin
	m	number_management_numbers:write:master
number_management:delete:peering_number	a	number_management_numbers:write:admin
	m	number_management_numbers:write:master
number_management:delete:sms_consent	a	number_management_numbers:write:admin
	m	number_management_numbers:write:master
number_management:read:list_carrier_peering_numbers	a	number_management_numbers:read:admin
	m	number_management_numbers:read:master
number_management:read:list_numbers	a	number_management_numbers:read:admin
	m	number_management_numbers:read:master
number_management:read:list_peering_numbers	a	number_management_numbers:read:admin
	m	number_management_numbers:read:master
number_management:read:list_ported_numbers	a	number_management_numbers:read:admin
	m	number_management_numbers:read:master
number_management:read:list_sip_groups	a	number_management_numbers:read:admin
	m	number_management_numbers:read:master
number_management:read:list_sip_trunks	a	number_management_numbers:read:admin
	m	number_management_numbers:read:master
number_management:read:list_sms_campaigns	a	number_management_numbers:read:admin
	m	number_management_numbers:read:master
number_management:read:numbers	a	number_management_numbers:read:admin
	m	number_management_numbers:read:master
number_management:read:numbers_plan	a	number_management_numbers:read:admin
	m	number_management_numbers:read:master
number_management:read:peering_numbers_cnam	a	number_management_numbers:read:admin	number_management.peering_number_cnam_updated
number_management:read:peering_numbers_emergency_address	a	number_management_numbers:read:admin	number_management.peering_number_emergency_address_updated
number_management:read:ported_number	a	number_management_numbers:read:admin
	m	number_management_numbers:read:master
number_management:read:sms_campaign	a	number_management_numbers:read:admin
	m	number_management_numbers:read:master
number_management:read:sms_consent	a	number_management_numbers:read:admin
	m	number_management_numbers:read:master
number_management:update:numbers	a	number_management_numbers:write:admin
	m	number_management_numbers:write:master
number_management:update:peering_number	a	number_management_numbers:write:admin
	m	number_management_numbers:write:master
number_management:update:sms_consent	a	number_management_numbers:write:admin
	m	number_management_numbers:write:master
number_management:write:byoc_numbers	a	number_management_numbers:write:admin
	m	number_management_numbers:write:master
number_management:write:numbers	a	number_management_numbers:write:admin
	m	number_management_numbers:write:master
number_management:write:peering_number	a	number_management_numbers:write:admin
	m	number_management_numbers:write:master
number_management:write:sms_consent	a	number_management_numbers:write:admin
	m	number_management_numbers:write:master
= PAC
pac:read:list_pac_accounts	u	pac:read
	a	pac:read:admin
	m	pac:master
= Phone
phone:delete:alert_setting	a	phone:write:admin
	m	phone:master
phone:delete:audio	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:delete:auto_receptionist	a	phone:write:admin
	m	phone:master
phone:delete:auto_receptionist_number	a	phone:write:admin
	m	phone:master
phone:delete:auto_receptionist_policy	a	phone:write:admin
	m	phone:master
phone:delete:auto_receptionist_setting	a	phone:write:admin
phone:delete:blocked_list	a	phone:write:admin
	m	phone:master
phone:delete:call_handling_setting	a	phone:write:admin
	m	phone:master
phone:delete:call_log	u	phone:write phone_call_log:write
	a	phone:write:admin phone_call_log:write:admin
	m	phone:master phone_call_log:master
phone:delete:call_pickup_group	a	phone:write:admin
	m	phone:master
phone:delete:call_pickup_group_member	a	phone:write:admin
	m	phone:master
phone:delete:call_queue	a	phone:write:admin
	m	phone:master
phone:delete:call_queue_custom_group	a	phone:write:admin
	m
phone:delete:call_queue_custom_group_member	a	phone:write:admin
phone:delete:call_queue_member	a	phone:write:admin
	m	phone:master
phone:delete:call_queue_number	a	phone:write:admin
	m	phone:master
phone:delete:call_queue_policy	a	phone:write:admin
	m	phone:master
phone:delete:call_queue_setting	a	phone:write:admin
phone:delete:call_recording	u	phone:write phone_recording:write
	a	phone:write:admin phone_recording:write:admin
	m	phone:master
phone:delete:carrier_number	a	phone:write:admin
	m	phone:master
phone:delete:common_area	a	phone:write:admin
	m	phone:master
phone:delete:common_area_calling_plan	a	phone:write:admin
	m	phone:master
phone:delete:common_area_number	a	phone:write:admin
	m	phone:master
phone:delete:common_area_outbound_calling_rule	a	phone:write:admin
	m	phone:master
phone:delete:common_area_setting	a	phone:write:admin
	m	phone:master
phone:delete:customized_number	a	phone:write:admin
	m	phone:master
phone:delete:device	a	phone:write:admin
	m	phone:master
phone:delete:device_extension	a	phone:write:admin
	m	phone:master
phone:delete:directory	a	phone:write:admin
	m	phone:master
phone:delete:emergency_address	a	phone:write:admin
	m	phone:master
phone:delete:emergency_location	a	phone:write:admin
	m	phone:master
phone:delete:extension_inbound_block_rule	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:delete:extension_inbound_block_rule_stat	a	phone:write:admin
	m	phone:master
phone:delete:external_contact	a	phone:write:admin
	m	phone:master
phone:delete:fax_log	u	phone:write
	a	phone:write:admin
phone:delete:firmware_update_rule	a	phone:write:admin
	m	phone:master
phone:delete:inbound_block_rule	a	phone:write:admin
	m	phone:master
phone:delete:line_keys	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:delete:monitoring_group	a	phone:write:admin
	m	phone:master
phone:delete:monitoring_group_member	a	phone:write:admin
	m	phone:master
phone:delete:number	a	phone:write:admin
	m	phone:master
phone:delete:outbound_calling_rule	a	phone:write:admin
	m	phone:master
phone:delete:peering_number	a	phone:write:admin phone_peering:write:admin
	m	phone:master phone_peering:master
phone:delete:private_directory_member	a	phone:write:admin
	m	phone:master
phone:delete:provision_template	a	phone:write:admin
	m	phone:master
phone:delete:role	a	phone:write:admin
	m	phone:master
phone:delete:role_member	a	phone:write:admin
	m	phone:master
phone:delete:room	a	phone:write:admin
	m	phone:master
phone:delete:room_calling_plan	a	phone:write:admin
	m	phone:master
phone:delete:room_phone_number	a	phone:write:admin
	m	phone:master
phone:delete:routing_rule	a	phone:write:admin
	m	phone:master
phone:delete:shared_line_group	a	phone:write:admin
	m	phone:master
phone:delete:shared_line_group_number	a	phone:write:admin
	m	phone:master
phone:delete:shared_line_group_policy	a	phone:write:admin
	m	phone:master
phone:delete:shared_line_group_setting	a	phone:write:admin
phone:delete:shared_line_member	a	phone:write:admin
	m	phone:master
phone:delete:shared_setting	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:delete:site	a	phone:write:admin
	m	phone:master
phone:delete:site_customized_number	a	phone:write:admin
	m	phone:master
phone:delete:site_outbound_calling_rule	a	phone:write:admin
	m	phone:master
phone:delete:site_setting	a	phone:write:admin
	m	phone:master
phone:delete:sms_campaign_number	a	phone:write:admin
	m	phone:master
phone:delete:user_call_handling_setting	u	phone:write
	a	phone:write:admin
phone:delete:user_customized_number	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:delete:user_number	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:delete:user_outbound_calling_rule	a	phone:write:admin
	m	phone:master
phone:delete:user_setting	u	phone:write
	a	phone:write:admin
phone:delete:users_calling_plan	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:delete:voicemail	u	phone:write phone_voicemail:write
	a	phone:write:admin phone_voicemail:write:admin
	m	phone:master phone_voicemail:master
phone:patch:alert_setting	a	phone:write:admin		non-standard action 'patch'
	m	phone:master		non-standard action 'patch'
phone:read:ai_call_summary	u	phone:read
	a	phone:read:admin
	m	phone:master
phone:read:alert_setting	a	phone:read:admin
	m	phone:master
phone:read:audio	u	phone:read
	a	phone:read:admin
	m	phone:master
phone:read:auto_receptionist	a	phone:read:admin
	m	phone:master
phone:read:auto_receptionist_call_handling_setting	a	phone:read:admin
phone:read:auto_receptionist_ivr	a	phone:read:admin
	m	phone:master
phone:read:auto_receptionist_policy	a	phone:read:admin
	m	phone:master
phone:read:auto_receptionist_setting	a	phone:read:admin
phone:read:billing_account	a	phone:read:admin
	m	phone:master
phone:read:blocked_list	a	phone:read:admin
	m	phone:master
phone:read:call	u	phone:read phone:write phone_e911:read	phone.blind_transfer_initiated phone.callee_answered phone.callee_call_element_completed phone.callee_ended phone.callee_hold phone.callee_meeting_inviting phone.callee_missed phone.callee_mute phone.callee_parked phone.callee_rejected phone.callee_ringing phone.callee_unhold phone.callee_unmute phone.caller_connected phone.caller_ended phone.caller_hold phone.caller_meeting_inviting phone.caller_mute phone.caller_ringing phone.caller_unhold phone.caller_unmute phone.emergency_alert phone.transfer_call_to_voicemail_initiated phone.transfer_recipient_updated phone.warm_transfer_cancelled phone.warm_transfer_completed phone.warm_transfer_initiated
	a	phone:read:admin phone:write:admin phone_e911:read:admin	^
	m	phone:master	phone.blind_transfer_initiated phone.callee_answered phone.callee_call_element_completed phone.callee_ended phone.callee_hold phone.callee_meeting_inviting phone.callee_missed phone.callee_mute phone.callee_parked phone.callee_rejected phone.callee_ringing phone.callee_unhold phone.callee_unmute phone.caller_connected phone.caller_ended phone.caller_hold phone.caller_meeting_inviting phone.caller_mute phone.caller_ringing phone.caller_unhold phone.caller_unmute phone.transfer_call_to_voicemail_initiated phone.transfer_recipient_updated phone.warm_transfer_cancelled phone.warm_transfer_completed phone.warm_transfer_initiated
phone:read:call_charges	a	phone:read:admin
	m	phone:master
phone:read:call_log	u	phone:read phone_call_log:read	phone.ai_call_summary_changed phone.call_element_deleted phone.call_history_deleted phone.call_log_deleted phone.call_log_permanently_deleted phone.callee_call_history_completed phone.callee_call_log_completed phone.caller_call_element_completed phone.caller_call_history_completed phone.caller_call_log_completed
	a	phone:read:admin phone_call_log:read:admin	^
	m	phone:master phone_call_log:master	phone.call_element_deleted phone.call_history_deleted phone.call_log_deleted phone.call_log_permanently_deleted phone.callee_call_history_completed phone.callee_call_log_completed phone.caller_call_element_completed phone.caller_call_history_completed phone.caller_call_log_completed
phone:read:call_pickup_group	a	phone:read:admin
	m	phone:master
phone:read:call_pickup_group_member	a	phone:read:admin
	m	phone:master
phone:read:call_qos	a	phone:read:admin	phone.call_qos phone.call_qos_summary
	m	phone:master	^
phone:read:call_queue	a	phone:read:admin
	m	phone:master
phone:read:call_queue_call_handling_setting	a	phone:read:admin
phone:read:call_queue_custom_group	a	phone:read:admin
	m	phone:master
phone:read:call_queue_policy	a	phone:read:admin
phone:read:call_queue_setting	a	phone:read:admin
phone:read:call_recording	u	phone:read phone_recording:read	phone.recording_completed phone.recording_completed_for_access_member phone.recording_deleted phone.recording_failed phone.recording_paused phone.recording_permanently_deleted phone.recording_resumed phone.recording_started phone.recording_stopped
	a	phone:read:admin phone_recording:read:admin	^
	m	phone:master phone_recording:master	^
phone:read:common_area	a	phone:read:admin
	m	phone:master
phone:read:common_area_call_handling_setting	a	phone:read:admin
phone:read:common_area_outbound_calling_rule	a	phone:read:admin
	m	phone:master
phone:read:conference	u	phone:read phone:write	phone.conference_started
	a	phone:read:admin phone:write:admin	^
	m	phone:master	^
phone:read:default_emergency_address	a	phone:read:admin
	m	phone:master
phone:read:detectable_personal_location	a	phone:read:admin
	m	phone:master
phone:read:device	a	phone:read:admin	phone.device_registration phone.generic_device_provision
	m	phone:master	^
phone:read:device_line_keys	u	phone:read
	a	phone:read:admin
	m	phone:master
phone:read:directory	a	phone:read:admin
	m	phone:master
phone:read:emergency_address	a	phone:read:admin
	m	phone:master
phone:read:emergency_location	a	phone:read:admin	phone.peering_number_emergency_address_updated
	m	phone:master	^
phone:read:external_contact	a	phone:read:admin
	m	phone:master
phone:read:fax_charges	a	phone:read:admin
	m	phone:master
phone:read:fax_log	u	phone:read
	a	phone:read:admin
	m	phone:master
phone:read:firmware_update_rule	a	phone:read:admin
	m	phone:master
phone:read:group_policy	a	phone:read:admin
	m	phone:master
phone:read:group_setting	u		phone.group_settings_updated
	a	phone:read:admin	^
	m	phone:master	^
phone:read:line_keys	u	phone:read
	a	phone:read:admin
	m	phone:master
phone:read:list_account_settings	a	phone:read:admin
	m	phone:master
phone:read:list_alert_settings	a	phone:read:admin
	m	phone:master
phone:read:list_audios	u	phone:read
	a	phone:read:admin
	m	phone:master
phone:read:list_auto_receptionists	a	phone:read:admin
	m	phone:master
phone:read:list_billing_accounts	a	phone:read:admin
	m	phone:master
phone:read:list_blocked_lists	a	phone:read:admin
	m	phone:master
phone:read:list_call_handling_settings	a	phone:read:admin
	m	phone:master
phone:read:list_call_logs	u	phone:read phone_call_log:read
	a	phone:read:admin phone_call_log:read:admin
	m	phone:master phone_call_log:master
phone:read:list_call_pickup_groups	a	phone:read:admin
	m	phone:master
phone:read:list_call_queue_members	a	phone:read:admin
	m	phone:master
phone:read:list_call_queue_recordings	a	phone:read:admin
	m	phone:master
phone:read:list_call_queues	a	phone:read:admin
	m	phone:master
phone:read:list_call_recordings	a	phone:read:admin phone_recording:read:admin
	m	phone:master phone_recording:master
phone:read:list_calling_plans	a	phone:read:admin
	m	phone:master
phone:read:list_carrier_numbers	a	phone:read:admin
	m	phone:master
phone:read:list_common_area_activation_codes	a	phone:read:admin
	m	phone:master
phone:read:list_common_area_settings	a	phone:read:admin
	m	phone:master
phone:read:list_customized_number	a	phone:read:admin
	m	phone:master
phone:read:list_devices	a	phone:read:admin
	m	phone:master
phone:read:list_emergency_addresses	a	phone:read:admin
	m	phone:master
phone:read:list_emergency_locations	a	phone:read:admin
	m	phone:master
phone:read:list_extension_inbound_block_rules	u	phone:read
	a	phone:read:admin
	m	phone:master
phone:read:list_extension_inbound_block_rules_stat	a	phone:read:admin
	m	phone:master
phone:read:list_external_contacts	a	phone:read:admin
	m	phone:master
phone:read:list_fax_log	u	phone:read	phone.fax_log_deleted phone.fax_log_permanently_deleted phone.fax_received phone.fax_sent
	a	phone:read:admin	^
	m	phone:master	^
phone:read:list_firmware_update_rules	a	phone:read:admin
	m	phone:master
phone:read:list_firmwares	a	phone:read:admin
	m	phone:master
phone:read:list_inbound_block_rules	a	phone:read:admin
	m	phone:master
phone:read:list_monitoring_group_members	a	phone:read:admin
	m	phone:master
phone:read:list_monitoring_groups	a	phone:read:admin
	m	phone:master
phone:read:list_numbers	a	phone:read:admin
	m	phone:master
phone:read:list_outbound_calling_rules	a	phone:read:admin
	m	phone:master
phone:read:list_peering_numbers	a	phone:read:admin phone_peering:read:admin
	m	phone:master phone_peering:master
phone:read:list_ported_numbers	a	phone:read:admin phone_peering:read:admin
	m	phone:master
phone:read:list_private_directory_members	a	phone:read:admin
	m	phone:master
phone:read:list_provision_templates	a	phone:read:admin
	m	phone:master
phone:read:list_recordings	u	phone:read phone_recording:read
	a	phone:read:admin phone_recording:read:admin
	m	phone:master phone_recording:master
phone:read:list_roles	a	phone:read:admin
	m	phone:master
phone:read:list_rooms	a	phone:read:admin
	m	phone:master
phone:read:list_routing_rules	a	phone:read:admin
	m	phone:master
phone:read:list_setting_templates	a	phone:read:admin
	m	phone:master
phone:read:list_shared_line_appearances	a	phone:read:admin
	m	phone:master
phone:read:list_shared_line_groups	a	phone:read:admin
	m	phone:master
phone:read:list_sip_groups	a	phone:read:admin
	m	phone:master
phone:read:list_sip_trunks	a	phone:read:admin
	m	phone:master
phone:read:list_site_customized_number	a	phone:read:admin
	m	phone:master
phone:read:list_sites	a	phone:read:admin
	m	phone:master
phone:read:list_sms_campaigns	a	phone:read:admin
	m	phone:master
phone:read:list_sms_sessions	u	phone:read phone_sms:read
	a	phone:read:admin phone_sms:read:admin
	m	phone:master phone_sms:master
phone:read:list_tracked_locations	a	phone:read:admin
	m	phone:master
phone:read:list_user_customized_number	u	phone:read
	a	phone:read:admin
	m	phone:master
phone:read:list_users	a	phone:read:admin
	m	phone:master
phone:read:list_voicemails	u	phone:read phone_voicemail:read
	a	phone:read:admin phone_voicemail:read:admin
	m	phone:master phone_voicemail:master
phone:read:location_sharing_permission	a	phone:read:admin
	m	phone:master
phone:read:monitoring_group	a	phone:read:admin
	m	phone:master
phone:read:nomadic_emergency_services	a	phone:read:admin
	m	phone:master
phone:read:numbers	a	phone:read:admin
	m	phone:master
phone:read:operation_logs	a	phone:read:admin
	m	phone:master
phone:read:peering_number	a	phone_peering:read:admin phone_peering:write:admin	phone.peering_number_cnam_updated
	m	phone_peering:master	^
phone:read:policy	a	phone:read:admin
	m	phone:master
phone:read:ported_number	a	phone:read:admin phone_peering:read:admin
	m	phone:master
phone:read:provision_template	a	phone:read:admin
	m	phone:master
phone:read:realtime_location_devices	a	phone:read:admin
	m	phone:master
phone:read:realtime_location_users	a	phone:read:admin
	m	phone:master
phone:read:recording_transcript	u	phone:read phone_recording:read	phone.recording_transcript_completed
	a	phone:read:admin phone_recording:read:admin	^
	m	phone:master phone_recording:master	^
phone:read:role	a	phone:read:admin
	m	phone:master
phone:read:role_member	a	phone:read:admin
	m	phone:master
phone:read:room	a	phone:read:admin
	m	phone:master
phone:read:routing_rule	a	phone:read:admin
	m	phone:master
phone:read:setting_template	a	phone:read:admin
	m	phone:master
phone:read:settings	u		phone.account_settings_updated
	a	phone:read:admin	^
	m	phone:master	^
phone:read:shared_line_group	a	phone:read:admin
	m	phone:master
phone:read:shared_line_group_call_handling_setting	a	phone:read:admin
phone:read:shared_line_group_policy	a	phone:read:admin
	m	phone:master
phone:read:shared_line_group_setting	a	phone:read:admin
phone:read:site	a	phone:read:admin
	m	phone:master
phone:read:site_outbound_calling_rule	a	phone:read:admin
	m	phone:master
phone:read:site_setting	a	phone:read:admin
	m	phone:master
phone:read:sms_campaign	a	phone:read:admin
	m	phone:master
phone:read:sms_campaign_number_opt_status	u	phone:read
	a	phone:read:admin	phone.sms_campaign_number_opt_in phone.sms_campaign_number_opt_out
	m	phone:master	^
phone:read:sms_charges	a	phone:read:admin
	m	phone:master
phone:read:sms_consent_number_opt_status	a	phone:read:admin
	m	phone:master
phone:read:sms_message	u	phone:read phone:write phone_sms:read phone_sms:write	phone.sms_received phone.sms_sent phone.sms_sent_failed
	a	phone:read:admin phone:write:admin phone_sms:read:admin phone_sms:write:admin	phone.sms_etiquette_block phone.sms_etiquette_warn phone.sms_received phone.sms_sent phone.sms_sent_failed
	m	phone:master phone_sms:master	^
phone:read:sms_session	u	phone:read phone_sms:read
	a	phone:read:admin phone_sms:read:admin
	m	phone:master phone_sms:master
phone:read:user	u	phone:read
	a	phone:read:admin
	m	phone:master
phone:read:user_call_handling_setting	u	phone:read
	a	phone:read:admin
phone:read:user_outbound_calling_rule	a	phone:read:admin
	m	phone:master
phone:read:user_policy	a	phone:read:admin
	m	phone:master
phone:read:user_setting	u	phone:read
	a	phone:read:admin
	m	phone:master
phone:read:voicemail	u	phone:read phone_voicemail:read	phone.voicemail_deleted phone.voicemail_permanently_deleted phone.voicemail_received phone.voicemail_received_for_access_member phone.voicemail_transcript_completed
	a	phone:read:admin phone_voicemail:read:admin	^
	m	phone:master phone_voicemail:master	^
phone:update:audio	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:update:auto_receptionist	a	phone:write:admin
	m	phone:master
phone:update:auto_receptionist_call_handling_setting	a	phone:write:admin
phone:update:auto_receptionist_ivr	a	phone:write:admin
	m	phone:master
phone:update:auto_receptionist_policy	a	phone:write:admin
	m	phone:master
phone:update:auto_receptionist_setting	a	phone:write:admin
phone:update:batch_users	a	phone:write:admin
	m	phone:master
phone:update:blocked_list	a	phone:write:admin
	m	phone:master
phone:update:call_handling_setting	a	phone:write:admin
	m	phone:master
phone:update:call_log	a	phone:write:admin
	m	phone:master
phone:update:call_pickup_group	a	phone:write:admin
	m	phone:master
phone:update:call_queue	a	phone:write:admin
phone:update:call_queue_call_handling_setting	a	phone:write:admin
phone:update:call_queue_custom_group	a	phone:write:admin
phone:update:call_queue_policy	a	phone:write:admin
	m	phone:master
phone:update:call_queue_setting	a	phone:write:admin
phone:update:call_recording	u	phone:write phone_recording:write
	a	phone:write:admin phone_recording:write:admin
	m	phone:master
phone:update:calling_plan	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:update:carrier_number	a	phone:write:admin
	m	phone:master
phone:update:common_area	a	phone:write:admin
	m	phone:master
phone:update:common_area_call_handling_setting	a	phone:write:admin
phone:update:common_area_outbound_calling_rule	a	phone:write:admin
	m	phone:master
phone:update:common_area_setting	a	phone:write:admin
	m	phone:master
phone:update:device	a	phone:write:admin
	m	phone:master
phone:update:device_line_keys	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:update:device_provision_template	a	phone:write:admin
	m	phone:master
phone:update:emergency_address	a	phone:write:admin
	m	phone:master
phone:update:emergency_location	a	phone:write:admin
	m	phone:master
phone:update:external_contact	a	phone:write:admin
	m	phone:master
phone:update:firmware_update_rule	a	phone:write:admin
	m	phone:master
phone:update:group_policy	a	phone:write:admin
	m	phone:master
phone:update:inbound_block_rule	a	phone:write:admin
	m	phone:master
phone:update:inbound_blocked_for_all	a	phone:write:admin
	m	phone:master
phone:update:line_keys	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:update:monitoring_group	a	phone:write:admin
	m	phone:master
phone:update:number	a	phone:write:admin
	m	phone:master
phone:update:outbound_calling_rule	a	phone:write:admin
	m	phone:master
phone:update:peering_number	a	phone:write:admin phone_peering:write:admin
	m	phone:master phone_peering:master
phone:update:policy	a	phone:write:admin
	m	phone:master
phone:update:private_directory_member	a	phone:write:admin
	m	phone:master
phone:update:provision_template	a	phone:write:admin
	m	phone:master
phone:update:role	a	phone:write:admin
	m	phone:master
phone:update:room	a	phone:write:admin
	m	phone:master
phone:update:routing_rule	a	phone:write:admin
	m	phone:master
phone:update:setting_template	a	phone:write:admin
	m	phone:master
phone:update:settings	a	phone:write:admin
	m	phone:master
phone:update:shared_line_group	a	phone:write:admin
	m	phone:master
phone:update:shared_line_group_call_handling_setting	a	phone:write:admin
phone:update:shared_line_group_policy	a	phone:write:admin
	m	phone:master
phone:update:shared_line_group_setting	a	phone:write:admin
phone:update:shared_setting	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:update:site	a	phone:write:admin
	m	phone:master
phone:update:site_number	a	phone:write:admin
	m	phone:master
phone:update:site_outbound_calling_rule	a	phone:write:admin
	m	phone:master
phone:update:site_setting	a	phone:write:admin
	m	phone:master
phone:update:sms_campaign_number_opt_status	a	phone:write:admin
	m	phone:master
phone:update:user	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:update:user_call_handling_setting	u	phone:write
	a	phone:write:admin
phone:update:user_outbound_calling_rule	a	phone:write:admin
	m	phone:master
phone:update:user_policy	a	phone:write:admin
	m	phone:master
phone:update:user_setting	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:update:voicemail	u	phone:write phone_voicemail:write
	a	phone:write:admin phone_voicemail:write:admin
	m	phone:master
phone:write:alert_setting	a	phone:write:admin
	m	phone:master
phone:write:apply_template_to_common_areas	a	phone:write:admin
	m	phone:master
phone:write:audio	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:write:auto_receptionist	a	phone:write:admin
	m	phone:master
phone:write:auto_receptionist_number	a	phone:write:admin
	m	phone:master
phone:write:auto_receptionist_policy	a	phone:write:admin
	m	phone:master
phone:write:auto_receptionist_setting	a	phone:write:admin
phone:write:batch_audios	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:write:batch_emergency_locations	a	phone:write:admin
	m	phone:master
phone:write:batch_users	a	phone:write:admin
	m	phone:master
phone:write:blocked_list	a	phone:write:admin
	m	phone:master
phone:write:byo_carrier_number	a	phone:write:admin
	m	phone:master
phone:write:call_handling_setting	a	phone:write:admin
	m	phone:master
phone:write:call_pickup_group	a	phone:write:admin
	m	phone:master
phone:write:call_pickup_group_member	a	phone:write:admin
	m	phone:master
phone:write:call_queue	a	phone:write:admin
	m	phone:master
phone:write:call_queue_custom_group	a	phone:write:admin
phone:write:call_queue_custom_group_member	a	phone:write:admin
phone:write:call_queue_member	a	phone:write:admin
	m	phone:master
phone:write:call_queue_number	a	phone:write:admin
	m	phone:master
phone:write:call_queue_policy	a	phone:write:admin
	m	phone:master
phone:write:call_queue_setting	a	phone:write:admin
phone:write:calling_plan	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:write:carrier_number	a	phone:write:admin
	m	phone:master
phone:write:common_area	a	phone:write:admin
	m	phone:master
phone:write:common_area_calling_plan	a	phone:write:admin
	m	phone:master
phone:write:common_area_number	a	phone:write:admin
	m	phone:master
phone:write:common_area_outbound_calling_rule	a	phone:write:admin
	m	phone:master
phone:write:common_area_setting	a	phone:write:admin
	m	phone:master
phone:write:customized_number	a	phone:write:admin
	m	phone:master
phone:write:device	a	phone:write:admin
	m	phone:master
phone:write:device_extension	a	phone:write:admin
	m	phone:master
phone:write:directory	a	phone:write:admin
	m	phone:master
phone:write:emergency_address	a	phone:write:admin
	m	phone:master
phone:write:emergency_location	a	phone:write:admin
	m	phone:master
phone:write:extension_inbound_block_rule	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:write:external_contact	a	phone:write:admin
	m	phone:master
phone:write:firmware_update_rule	a	phone:write:admin
	m	phone:master
phone:write:inbound_block_rule	a	phone:write:admin
	m	phone:master
phone:write:monitoring_group	a	phone:write:admin
	m	phone:master
phone:write:monitoring_group_member	a	phone:write:admin
	m	phone:master
phone:write:outbound_calling_rule	a	phone:write:admin
	m	phone:master
phone:write:peering_number	a	phone:write:admin phone_peering:write:admin
	m	phone:master phone_peering:master
phone:write:private_directory_member	a	phone:write:admin
	m	phone:master
phone:write:provision_template	a	phone:write:admin
	m	phone:master
phone:write:push_to_talk_channel_member	a
phone:write:reboot_device	a	phone:write:admin
	m	phone:master
phone:write:role	a	phone:write:admin
	m	phone:master
phone:write:role_member	a	phone:write:admin
	m	phone:master
phone:write:room	a	phone:write:admin
	m	phone:master
phone:write:room_calling_plan	a	phone:write:admin
	m	phone:master
phone:write:room_phone_number	a	phone:write:admin
	m	phone:master
phone:write:routing_rule	a	phone:write:admin
	m	phone:master
phone:write:send_fax	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:write:setting_template	a	phone:write:admin
	m	phone:master
phone:write:shared_line_group	a	phone:write:admin
	m	phone:master
phone:write:shared_line_group_number	a	phone:write:admin
	m	phone:master
phone:write:shared_line_group_policy	a	phone:write:admin
	m	phone:master
phone:write:shared_line_group_setting	a	phone:write:admin
phone:write:shared_line_member	a	phone:write:admin
	m	phone:master
phone:write:shared_setting	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:write:site	a	phone:write:admin
	m	phone:master
phone:write:site_customized_number	a	phone:write:admin
	m	phone:master
phone:write:site_outbound_calling_rule	a	phone:write:admin
	m	phone:master
phone:write:site_setting	a	phone:write:admin
	m	phone:master
phone:write:sms_campaign_number	a	phone:write:admin
	m	phone:master
phone:write:sync_device	a	phone:write:admin
	m	phone:master
phone:write:user_call_handling_setting	u	phone:write
	a	phone:write:admin
phone:write:user_customized_number	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:write:user_number	u	phone:write
	a	phone:write:admin
	m	phone:master
phone:write:user_outbound_calling_rule	a	phone:write:admin
	m	phone:master
phone:write:user_setting	u	phone:write
	a	phone:write:admin
= Plugin SDK
plugin_sdk:read:connection_meta	u			Plugin SDK
= Quality Management
zoom_quality_management:read:evaluations	u	qm_evaluations:read	quality_management.evaluation_completed
	a	qm_evaluations:read:admin	^
zoom_quality_management:read:interactions	u	qm_interactions:read	quality_management.interaction_analysis_completed
	a	qm_interactions:read:admin	^
zoom_quality_management:write:interactions	u	qm_interactions:write
	a	qm_interactions:write:admin
= Recording
cloud_recording:delete:meeting_recording	u	recording:write
	a	recording:write:admin
	m	recording:master
cloud_recording:delete:meeting_transcript	u	recording:write
	a	recording:write:admin
cloud_recording:delete:recording_file	u	recording:write
	a	recording:write:admin
	m	recording:master
cloud_recording:read:archive_files	a	recording:read:admin recording:write:admin	recording.archive_files_completed
cloud_recording:read:content	u			recording content (MCP / download); a :master variant is also named in third-party docs
cloud_recording:read:list_account_recordings	a
	m	recording:master
cloud_recording:read:list_recording_files	u	recording:read
	a	phone_recording:read:admin
	m	recording:master
cloud_recording:read:list_recording_registrants	u	recording:read
	a	recording:read:admin
	m	recording:master
cloud_recording:read:list_user_recordings	u	recording:read
	a	recording:read:admin
	m	recording:master
cloud_recording:read:meeting_transcript	u	recording:read recording:write
	a	recording:read:admin recording:write:admin
cloud_recording:read:recording	u	recording:read recording:write	recording.batch_deleted recording.batch_recovered recording.completed recording.deleted recording.paused recording.recovered recording.renamed recording.resumed recording.started recording.stopped recording.transcript_completed recording.trashed
	a	recording:read:admin recording:write:admin	recording.batch_deleted recording.batch_recovered recording.batch_trashed recording.cloud_storage_usage_updated recording.completed recording.deleted recording.paused recording.recovered recording.renamed recording.resumed recording.started recording.stopped recording.transcript_completed recording.trashed
	m	recording:master	recording.batch_deleted recording.batch_recovered recording.completed recording.deleted recording.paused recording.recovered recording.renamed recording.resumed recording.started recording.stopped recording.transcript_completed recording.trashed
cloud_recording:read:recording_analytics_details	u
	a
	m
cloud_recording:read:recording_analytics_summary	u
	a
	m
cloud_recording:read:recording_settings	u	recording:read
	a	recording:read:admin
	m	recording:master
cloud_recording:read:registrant	u	recording:read recording:write	recording.registration_approved recording.registration_created recording.registration_denied
	a	recording:read:admin recording:write:admin	^
	m	recording:master	^
cloud_recording:read:registration_questions	u	recording:read
	a	recording:read:admin
	m	recording:master
cloud_recording:update:recording_settings	u	recording:write
	a	recording:write:admin
	m	recording:master
cloud_recording:update:recover_meeting_recordings	u	recording:write
	a	recording:write:admin
	m	recording:master
cloud_recording:update:recover_single_recording	u	recording:write
	a	recording:write:admin
	m	recording:master
cloud_recording:update:registrant_status	u	recording:write
	a	recording:write:admin
	m	recording:master
cloud_recording:update:registration_questions	u	recording:write
	a	recording:write:admin
	m	recording:master
cloud_recording:write:recording_registrant	u	recording:write
	a	recording:write:admin
	m	recording:master
= Report
report:read:billing	a	report:read:admin
	m	report:master report:read:master
report:read:billing_invoice	a	report:read:admin
	m	report:master
report:read:chat_session	a	imchat:read:admin report_chat:read:admin
report:read:disclaimer	a	report:read:admin
report:read:list_chat_sessions	a	imchat:read:admin report_chat:read:admin
report:read:list_history_meetings	a	report:read:admin
	m	report:master
report:read:list_meeting_participants	a	report:read:admin
	m	report:master
report:read:list_meeting_polls	a	report:read:admin
	m	report:master report:read:master
report:read:list_users	a	report:read:admin
	m	report:master
report:read:list_webinar_participants	a	report:read:admin
	m	report:master
report:read:list_webinar_polls	a	report:read:admin
	m	report:master report:read:master
report:read:meeting	a	report:read:admin
	m	report:master
report:read:meeting_activity_log	a	report:read:admin
	m	report:master
report:read:meeting_qna	a	report:read:admin
	m	report:master
report:read:meeting_survey	a	report:read:admin
	m	report:master report:read:master
report:read:operation_logs	a	report:read:admin
	m	report:master
report:read:remote_support	a	report:read:admin
	m	report:master
report:read:telephone	a	report:read:admin
	m	report:master
report:read:upcoming_meetings_webinars	a	report:read:admin
	m	report:master report:read:master
report:read:user	a	report:read:admin
	m	report:master
report:read:user_activities	a	report:read:admin
	m	report:master report:read:master
report:read:webinar	a	report:read:admin
	m	report:master report:read:master
report:read:webinar_qna	a	report:read:admin
	m	report:master
report:read:webinar_survey	a	report:read:admin
	m
= Revenue Accelerator
zra:delete:conversation_comment	u	iq_comment:write
	a	iq_comment:write:admin
zra:delete:conversations	u	iq_conversation:write
	a	iq_conversation:write:admin
zra:delete:crm_registration	a	iq_crm:write:admin
zra:delete:deal_activity	u	iq_deal:write
	a	iq_deal:write:admin
zra:delete:team	a	iq_team:write:admin
zra:delete:team_managers	a	iq_team:write:admin
zra:delete:team_members	a	iq_team:write:admin
zra:read:conversation_analysis	u	iq_conversation:read iq_conversation:write
	a	iq_conversation:read:admin iq_conversation:write:admin
zra:read:conversation_crm_associations	u	iq_conversation:read	revenue_accelerator.conversation_crm_associations_changed
	a	iq_conversation:read:admin	^
zra:read:conversation_participants	u	iq_conversation:read iq_conversation:write
	a	iq_conversation:read:admin iq_conversation:write:admin
zra:read:conversation_scorecards	u	iq_coaching:read
	a	iq_coaching:read:admin
zra:read:conversations	u	iq_conversation:read iq_conversation:write	revenue_accelerator.conversation_analysis_completed
	a	iq_conversation:read:admin iq_conversation:write:admin	^
zra:read:crm_account	a
zra:read:crm_contact	a	iq_crm:read:admin
zra:read:crm_customer_contact	u			MCP tool scope
zra:read:crm_deal	a	iq_crm:read:admin
zra:read:crm_lead	a	iq_crm:read:admin
zra:read:crm_registration	a	iq_crm:read:admin
zra:read:crm_task	a	iq_crm:read:admin
zra:read:deal	u	iq_deal:read iq_deal:write
	a	iq_deal:read:admin iq_deal:write:admin
zra:read:indicator	u
	a	account:read:admin account:write:admin iq_account:read:admin
zra:read:list_conversation_comments	u	iq_comment:read iq_comment:write	revenue_accelerator.post_comment_completed
	a	iq_comment:read:admin iq_comment:write:admin	^
zra:read:list_conversation_playlists	u	iq_playlist:read	revenue_accelerator.playlist_add_moment revenue_accelerator.playlist_create revenue_accelerator.playlist_delete revenue_accelerator.playlist_remove_moment
	a	iq_playlist:read:admin	^
zra:read:list_conversations	u	iq_conversation:read iq_conversation:write
	a	iq_conversation:read:admin iq_conversation:write:admin
zra:read:list_deal_activities	u	iq_deal:read iq_deal:write
	a	iq_deal:read:admin iq_deal:write:admin
zra:read:list_deals	u	iq_deal:read iq_deal:write
	a	iq_deal:read:admin iq_deal:write:admin
zra:read:team	u			MCP tool scope
	a	iq_team:read:admin		MCP tool scope
zra:read:team_list	a	iq_team:read:admin
zra:read:team_managers	a	iq_team:read:admin
zra:read:team_members	a	iq_team:read:admin
zra:read:unassigned_team_users	a	iq_team:read:admin
zra:read:user	u			MCP tool scope
zra:update:conversation_comment	u	iq_comment:write
	a	iq_comment:write:admin
zra:update:conversation_host	u	iq_conversation:write
	a	iq_conversation:write:admin
zra:update:team	a	iq_team:write:admin
zra:write:conversation	u	iq_conversation:write
	a	iq_conversation:write:admin
zra:write:conversation_comment	u	iq_comment:write
	a	iq_comment:write:admin
zra:write:crm_accounts	a
zra:write:crm_contact	a	iq_crm:write:admin
zra:write:crm_deal	a
zra:write:crm_lead	a	iq_crm:write:admin
zra:write:crm_registration	a
zra:write:file	u	iq_conversation:write
	a	iq_conversation:write:admin
zra:write:team	a	iq_team:write:admin
zra:write:team_manages	a	iq_team:write:admin
zra:write:team_members	a	iq_team:write:admin
= Role
role:delete:member	u
	a	role:write:admin
	m	role:master role:write:master
role:delete:role	u
	a	role:write:admin
	m	role:master role:write:master
role:read:list_members	u
	a	role:read:admin role:write:admin
	m	role:master
role:read:list_roles	u
	a	role:read:admin role:write:admin
	m	role:master role:read:master role:write:master
role:read:role	u
	a	role:read:admin role:write:admin
	m	role:master
role:update:role	u
	a	role:write:admin
	m	role:master role:write:master
role:write:member	u
	a	role:write:admin
	m	role:master role:write:master
role:write:role	u
	a	role:write:admin
	m	role:master role:write:master
= Rooms
zoom_rooms:delete:background_library_content	a	room:write:admin
zoom_rooms:delete:background_library_folder	a	room:write:admin
zoom_rooms:delete:calendar_resource	a	room:write:admin
zoom_rooms:delete:calendar_service	a	room:write:admin
zoom_rooms:delete:device	a	device:write:admin room:write:admin
zoom_rooms:delete:device_profile	a	room:write:admin
	m	room:master
zoom_rooms:delete:room	a	room:write:admin
	m	room:master
zoom_rooms:delete:room_tag	a	room:write:admin
zoom_rooms:delete:tag	a	room:write:admin
zoom_rooms:read:account_profile	a	room:read:admin
	m	room:master
zoom_rooms:read:account_settings	a	room:read:admin
	m	room:master
zoom_rooms:read:alert	a	room:read:admin	zoomroom.alert zoomroom.delayed_alert
zoom_rooms:read:background_library_content	a	room:read:admin
zoom_rooms:read:background_library_folder	a	room:read:admin
zoom_rooms:read:calendar_resource	a	room:read:admin
zoom_rooms:read:device_profile	a	room:read:admin room:write:admin
	m	room:master
zoom_rooms:read:digital_signage_app	a	room:read:admin	zoomroom.digital_signage_app_ended zoomroom.digital_signage_app_started
zoom_rooms:read:digital_signage_library_contents	a	room:read:admin
	m	room:master room:read:master
zoom_rooms:read:digital_signage_library_playlists	a	room:read:admin
	m	room:master room:read:master
zoom_rooms:read:list_calendar_resources	a	room:read:admin
zoom_rooms:read:list_calendar_services	a	room:read:admin
zoom_rooms:read:list_device_profiles	a	room:read:admin
	m	room:master
zoom_rooms:read:list_devices	a	room:read:admin
	m	room:master
zoom_rooms:read:list_locations	a	room:read:admin
	m	room:master
zoom_rooms:read:list_release_infos	a	room:read:admin workspace:read:admin
zoom_rooms:read:list_rooms	a	room:read:admin
	m	room:master
zoom_rooms:read:list_tags	a	room:read:admin
zoom_rooms:read:location	a	room:read:admin
	m	room:master
zoom_rooms:read:location_hierarchy	a	room:read:admin
	m	room:master
zoom_rooms:read:location_settings	a	room:read:admin
	m	room:master
zoom_rooms:read:room	a	room:read:admin	zoomroom.checked_in zoomroom.checked_out zoomroom.created zoomroom.deleted zoomroom.location_created zoomroom.location_deleted zoomroom.location_updated zoomroom.updated
	m
zoom_rooms:read:room_control	a	room:read:admin	zoomroom.thirdparty_meeting_attempted
zoom_rooms:read:room_settings	a	room:read:admin
	m	room:master
zoom_rooms:read:sensor_data	a	room:read:admin	zoomroom.sensor_data
zoom_rooms:read:virtual_controller	a	room:read:admin
zoom_rooms:update:account_profile	a	room:write:admin
	m	room:master
zoom_rooms:update:account_settings	a	room:write:admin
	m	room:master
zoom_rooms:update:background_library_content	a	room:write:admin
zoom_rooms:update:background_library_folder	a	room:write:admin
zoom_rooms:update:calendar_service	a	room:write:admin
zoom_rooms:update:device_app_version	a	room:write:admin
	m	room:master
zoom_rooms:update:device_profile	a	room:write:admin
	m	room:master
zoom_rooms:update:location	a	room:write:admin
	m	room:master
zoom_rooms:update:location_hierarchy	a	room:write:admin
	m	room:master
zoom_rooms:update:location_settings	a	room:write:admin
	m	room:master
zoom_rooms:update:room	a	room:write:admin
	m
zoom_rooms:update:room_control	a	room:write:admin
	m	room:master
zoom_rooms:update:room_controls	a	room:write:admin
	m	room:master
zoom_rooms:update:room_location	a	room:write:admin
	m	room:master
zoom_rooms:update:room_settings	a	room:write:admin
	m	room:master
zoom_rooms:update:room_tag	a	room:write:admin
zoom_rooms:update:tag	a	room:write:admin
zoom_rooms:write:background_library_content	a	room:write:admin
zoom_rooms:write:background_library_folder	a	room:write:admin
zoom_rooms:write:calendar_resource	a	room:write:admin
zoom_rooms:write:device_profile	a	room:write:admin
	m	room:master
zoom_rooms:write:digital_signage_library_contents	a	room:write:admin
	m	room:master room:write:master
zoom_rooms:write:digital_signage_library_playlists	a	room:write:admin
	m	room:master room:write:master
zoom_rooms:write:location	a	room:write:admin
	m	room:master
zoom_rooms:write:room	a	room:write:admin
	m	room:master
zoom_rooms:write:tag	a	room:write:admin
zoom_rooms:write:zoom_apps	a	room:write:admin
= SCIM
scim2	a			scope string is exactly scim2:admin (two segments)
= SIP Connected Audio
sip_connected_audio:delete:callout_countries	a
	m	sip_trunk:master
sip_connected_audio:delete:internal_numbers	a
	m	sip_trunk:master
sip_connected_audio:delete:numbers	m	sip_trunk:master
sip_connected_audio:delete:trunks	m	sip_trunk:master
sip_connected_audio:read:callout_countries	a
	m	sip_trunk:master
sip_connected_audio:read:internal_numbers	a
	m	sip_trunk:master
sip_connected_audio:read:numbers	m	sip_trunk:master
sip_connected_audio:read:settings	a
	m	sip_trunk:master
sip_connected_audio:read:trunks	a
	m	sip_trunk:master
sip_connected_audio:update:internal_numbers	a
	m	sip_trunk:master
sip_connected_audio:update:settings	a
	m	sip_trunk:master
sip_connected_audio:write:callout_countries	a
	m	sip_trunk:master
sip_connected_audio:write:internal_numbers	a
	m	sip_trunk:master
sip_connected_audio:write:numbers	m	sip_trunk:master
sip_connected_audio:write:trunks	m	sip_trunk:master
= SIP Phone
sip_phone:delete:sip_phone	a	sip_phone:write:admin
	m	sip_phone:master
sip_phone:read:list_sip_phones	a	sip_phone:read:admin
	m	sip_phone:master
sip_phone:update:sip_phone	a	sip_phone:write:admin
	m	sip_phone:master
sip_phone:write:sip_phone	a	sip_phone:write:admin
	m	sip_phone:master
= Scheduler
scheduler:delete:availability	u	scheduler:write
	a	scheduler:write:admin
scheduler:delete:delete_schedule	u	scheduler:write
	a	scheduler:write:admin
scheduler:delete:scheduled_event	u	scheduler:write
	a	scheduler:write:admin
scheduler:read:analytics	u	scheduler:read
	a	scheduler:read:admin
scheduler:read:availability	u	scheduler:read
	a	scheduler:read:admin
scheduler:read:get_schedule	u	scheduler:read
	a	scheduler:read:admin
scheduler:read:list_availability	u	scheduler:read
	a	scheduler:read:admin
scheduler:read:list_schedule	u	scheduler:read
	a	scheduler:read:admin
scheduler:read:list_scheduled_events	u	scheduler:read
	a	scheduler:read:admin
scheduler:read:routing	u	scheduler:read
	a	scheduler:read:admin
scheduler:read:scheduled_event	u	scheduler:read	scheduler.scheduled_event_canceled scheduler.scheduled_event_created
	a	scheduler:read:admin	^
scheduler:read:scheduled_event_attendee	u	scheduler:read
	a	scheduler:read:admin
scheduler:read:user	u	scheduler:read
	a	scheduler:read:admin
scheduler:update:availability	u	scheduler:write
	a	scheduler:write:admin
scheduler:update:patch_schedule	u	scheduler:write
	a	scheduler:write:admin
scheduler:update:scheduled_event	u	scheduler:write
	a	scheduler:write:admin
scheduler:write:availability	u	scheduler:write
	a	scheduler:write:admin
scheduler:write:insert_schedule	u	scheduler:write
	a	scheduler:write:admin
scheduler:write:share	u	scheduler:write
	a	scheduler:write:admin
scheduler:write:single_use_link	u	scheduler:write
	a	scheduler:write:admin
= Survey Management
survey_management:read:list_survey_answers	a	survey:read:admin
	m	survey:master
survey_management:read:list_survey_instances	a	survey:read:admin
	m	survey:master
survey_management:read:list_surveys	a	survey:read:admin
	m	survey:read:master
survey_management:read:survey	a	survey:read:admin
	m	survey:read:master
= TSP
tsp:delete:tsp_account	u	tsp:write
	a	tsp:write:admin
	m	tsp:master
tsp:read:list_tsp_accounts	u	tsp:read
	a	tsp:read:admin
	m	tsp:master
tsp:read:tsp	a	tsp:read:admin
	m	tsp:master
tsp:read:tsp_account	u	tsp:read	user.tsp_created user.tsp_deleted user.tsp_updated
	a	tsp:read:admin	^
	m	tsp:master	^
tsp:update:tsp	a	tsp:write:admin
	m	tsp:master
tsp:update:tsp_account	u	tsp:write
	a	tsp:write:admin
	m	tsp:master
tsp:update:tsp_settings	u	tsp:write
	a	tsp:write:admin
	m	tsp:master
tsp:write:tsp_account	u	tsp:write
	a	tsp:write:admin
	m	tsp:master
= Tasks
tasks:delete:assignees	u	tasks_assignee:write
	a	tasks_assignee:write:admin
tasks:delete:collaborator	u	tasks_collaborator:write
	a	tasks_collaborator:write:admin
tasks:delete:comment	u	tasks_comment:write
	a	tasks_comment:write:admin
tasks:delete:task	u	tasks:delete
	a	tasks:delete:admin
tasks:delete:trash_task	u			MCP tool scope
tasks:read:assignees	u	tasks_assignee:read	task.assignee_updated
	a	tasks_assignee:read:admin	^
tasks:read:comments	u	tasks_comment:read	task.comment_updated
	a	tasks_comment:read:admin	^
tasks:read:list_collaborators	u	tasks_collaborator:read	task.collaborator_updated
	a	tasks_collaborator:read:admin	^
tasks:read:list_tasks	u	tasks:read
	a	tasks:read:admin
tasks:read:task	u	tasks:read	task.completed task.created task.deleted task.reopened task.updated
	a	tasks:read:admin	^
tasks:update:task	u	tasks:write
	a	tasks:write:admin
tasks:write:assignees	u	tasks_assignee:write
	a	tasks_assignee:write:admin
tasks:write:collaborators	u	tasks_collaborator:write
	a	tasks_collaborator:write:admin
tasks:write:comment	u	tasks_comment:write
	a	tasks_comment:write:admin
tasks:write:task	u	tasks:write
= Team Chat
imchat:bot	n			special two-part scope; validated under ADMIN_MANAGEMENT, rejected under USER_OPERATION (live, 2026-07-08)
imchat:userapp	n			special two-part scope; in Zoom manifest template for USER_OPERATION
team_chat:delete:batch_administrators	a	chat_channel:write:admin
team_chat:delete:batch_members	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:delete:channel	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:delete:channels	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:delete:custom_emoji	u	chat:write
	a	chat:write:admin
team_chat:delete:file	u	chat:write
	a
team_chat:delete:group	a	chat_channel:write:admin
team_chat:delete:legal_hold_matter	a	chat_history_legal_hold:write:admin
team_chat:delete:member	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:delete:mention_group	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:delete:reminder	u	chat_message:write
team_chat:delete:scheduled_message	u	chat_message:write
team_chat:delete:shared_space	u	chat:write
	a	chat:write:admin
team_chat:delete:shared_space_administrators	u	chat:write
	a	chat:write:admin
team_chat:delete:shared_space_members	u	chat:write
	a	chat:write:admin
team_chat:delete:user_channel	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:delete:user_message	u	chat_message:write
	a	chat_message:write:admin
team_chat:read:archive_channels	u	chat:read	team_chat.channel_archived team_chat.channel_unarchived
	a	chat:read:admin	^
team_chat:read:channel	u	chat_channel:read chat_channel:write	chat_channel.created chat_channel.deleted chat_channel.updated
	a	chat_channel:read:admin chat_channel:write:admin	^
team_chat:read:chat_control	u	chat:read	team_chat.starred team_chat.unstarred
	a	chat:read:admin	^
team_chat:read:contact	u	chat_contact:read
team_chat:read:file	u	chat:read	team_chat.file_changed team_chat.file_deleted team_chat.file_downloaded team_chat.file_shared team_chat.file_unshared team_chat.file_uploaded
	a		^
team_chat:read:legal_hold_matter_file	a	chat_history_legal_hold:read:admin chat_history_legal_hold:write:admin
team_chat:read:list_administrators	a	chat_channel:read:admin
team_chat:read:list_bookmarks	u	chat_message:read chat_message:write	team_chat.bookmark_added team_chat.bookmark_removed
	a		^
team_chat:read:list_channel_activity_logs	a	chat_channel:read:admin
team_chat:read:list_channels	a	chat_channel:read:admin chat_channel:write:admin
team_chat:read:list_contacts	u	chat_contact:read
team_chat:read:list_custom_emojis	u	chat:read chat:write	team_chat.emoji_added team_chat.emoji_removed
	a	chat:read:admin chat:write:admin	^
team_chat:read:list_groups	a	chat_channel:read:admin chat_channel:write:admin
team_chat:read:list_invitations	u	chat:read	team_chat.channel_invitation_accepted team_chat.channel_invitation_approval_requested team_chat.channel_invitation_approved team_chat.channel_invitation_created team_chat.channel_invitation_declined team_chat.channel_invitation_rejected team_chat.channel_join_approval_requested team_chat.channel_join_approved team_chat.channel_join_declined team_chat.channel_join_requested
	a	chat:read:admin	^
team_chat:read:list_legal_hold_matter_files	a	chat_history_legal_hold:read:admin chat_history_legal_hold:write:admin
team_chat:read:list_legal_hold_matters	a	chat_history_legal_hold:read:admin chat_history_legal_hold:write:admin
team_chat:read:list_members	u	chat_channel:read chat_channel:write	chat_channel.member_invited chat_channel.member_joined chat_channel.member_left chat_channel.member_removed
	a	chat_channel:read:admin chat_channel:write:admin	^
team_chat:read:list_pinned_messages	u	chat:read chat:write	team_chat.channel_pin_added team_chat.channel_pin_removed
	a	chat:read:admin	^
team_chat:read:list_reminders	u	chat_message:read
team_chat:read:list_scheduled_messages	u	chat_message:read chat_message:write
team_chat:read:list_shared_space_channels	u	chat:read chat:write
	a	chat:read:admin chat:write:admin
team_chat:read:list_shared_space_members	u	chat:read chat:write	team_chat.shared_spaces_member_invited team_chat.shared_spaces_member_left team_chat.shared_spaces_member_removed
	a	chat:read:admin chat:write:admin	^
team_chat:read:list_shared_spaces	u	chat:read chat:write	team_chat.shared_spaces_edited
	a	chat:read:admin chat:write:admin	^
team_chat:read:list_user_channels	u	chat_channel:read chat_channel:write
	a	chat_channel:read:admin chat_channel:write:admin
team_chat:read:list_user_files	u			MCP tool scope
team_chat:read:list_user_messages	u	chat_message:read chat_message:write
	a	chat_message:read:admin chat_message:write:admin
team_chat:read:list_user_sessions	u	chat_message:read
	a	chat_message:read:admin
team_chat:read:mention_group	u	chat_channel:read chat_channel:read:member
	a	chat_channel:read:admin chat_channel:write:admin
team_chat:read:message_emoji	u	chat:read	team_chat.channel_reaction_removed team_chat.dm_reaction_added team_chat.dm_reaction_removed
	a	chat:read:admin	^
team_chat:read:migrated_channels	a	chat_migration:read:admin
team_chat:read:migrated_users	a	chat_migration:read:admin
team_chat:read:retention	a	chat_channel:read:admin chat_channel:write:admin
team_chat:read:shared_space	u	chat:read chat:write
	a	chat:read:admin chat:write:admin
team_chat:read:thread_message	u	chat_message:read
	a	chat_message:read:admin
team_chat:read:user_channel	u	chat_channel:read chat_channel:write
	a	chat_channel:read:admin chat_channel:write:admin
team_chat:read:user_message	u	chat_message:read chat_message:write	chat_message.deleted chat_message.replied chat_message.sent chat_message.updated team_chat.channel_app_added team_chat.channel_app_removed team_chat.channel_message_deleted team_chat.channel_message_posted team_chat.channel_message_updated team_chat.dm_message_deleted team_chat.dm_message_posted team_chat.dm_message_updated
	a	chat_message:read:admin chat_message:write:admin	^
team_chat:update:archive_channels	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:update:bookmark	u	chat_message:write
team_chat:update:channel	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:update:channel_member_role	u			MCP tool scope
team_chat:update:chat_control	u	chat_event:write
	a	chat_event:write:admin
team_chat:update:legal_hold_matter	a	chat_history_legal_hold:write:admin
team_chat:update:mention_group	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:update:message_emoji	u	chat_message:write
	a	chat_message:write:admin
team_chat:update:message_status	u	chat_message:write
	a	chat_message:write:admin
team_chat:update:pin_message	u	chat:write
team_chat:update:retention	a	chat_channel:write:admin
team_chat:update:shared_space	u	chat:write
	a	chat:write:admin
team_chat:update:shared_space_channels	u	chat:write
team_chat:update:shared_space_owner	u	chat:write
	a	chat:write:admin
team_chat:update:user_channel	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:update:user_message	u	chat_message:write
	a	chat_message:write:admin
team_chat:write:administrator	a	chat_channel:write:admin
team_chat:write:contact_information	u	chat_contact:write
	a	chat_contact:write:admin
team_chat:write:custom_emoji	u	chat:write
	a	chat:write:admin
team_chat:write:files	u	chat_message:write
	a	chat_message:write:admin
team_chat:write:groups	a	chat_channel:write:admin
team_chat:write:legal_hold_matter	a	chat_history_legal_hold:write:admin
team_chat:write:member	u	chat_channel:write
team_chat:write:members	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:write:mention_group	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:write:message_files	u	chat_message:write
	a	chat_message:write:admin
team_chat:write:migrate_a_chat_channel	a	chat_migration:write:admin
team_chat:write:migrate_channel_members	a	chat_migration:write:admin
team_chat:write:migrate_chat_message_reactions	a	chat_migration:write:admin
team_chat:write:migrate_chat_messages	a	chat_migration:write:admin
team_chat:write:reminder	u	chat_message:write
team_chat:write:search_channels	u	chat_channel:read chat_channel:write
	a	chat_channel:read:admin chat_channel:write:admin
team_chat:write:shared_space	u	chat:write
	a	chat:write:admin
team_chat:write:shared_space_administrators	u	chat:write
	a	chat:write:admin
team_chat:write:shared_space_members	u	chat:write
	a	chat:write:admin
team_chat:write:user_channel	u	chat_channel:write
	a	chat_channel:write:admin
team_chat:write:user_message	u	chat_message:write
	a	chat_message:write:admin
= Team Chat (contacts)
contact:read:list_contacts	u	contact:read
	a	contact:read:admin
= Tracking Field
tracking_field:delete:tracking_field	a	tracking_fields:write:admin
	m	tracking_fields:master
tracking_field:read:list_tracking_fields	a	tracking_fields:read:admin
	m	tracking_fields:master
tracking_field:read:tracking_field	a	tracking_fields:read:admin
	m	tracking_fields:master
tracking_field:update:tracking_field	a	tracking_fields:write:admin
	m	tracking_fields:master
tracking_field:write:tracking_field	a	tracking_fields:write:admin
	m	tracking_fields:master
= User
user:delete:assistant	u	user:write
	a	user:write:admin
	m	user:master user:write:master
user:delete:scheduler	u	user:write
	a	user:write:admin
	m	user:master user:write:master
user:delete:token	u	user:write
	a	user:write:admin
	m	user:master
user:delete:user	u	user:write
	a	user:write:admin
	m	user:master
user:delete:virtual_background_files	u	user:write
	a	user:write:admin
	m	user:master user:write:master
user:read:collaboration_device	u	user:read user:write
	a	user:read:admin user:write:admin
user:read:email	u	user:read user:write
	a	user:read:admin user:write:admin
user:read:list_assistants	u	user:read user:write user_profile
	a	user:read:admin user:write:admin
	m	user:master
user:read:list_collaboration_devices	u	user:read user:write
	a	user:read:admin user:write:admin
user:read:list_permissions	u	user:read user:write user_profile
	a	user:read:admin user:write:admin
	m	user:master user:read:master user:write:master
user:read:list_schedulers	u	user:read user:write user_profile
	a	user:read:admin user:write:admin
	m	user:master user:read:master user:write:master
user:read:list_users	a	user:read:admin user:write:admin
	m	user:master
user:read:personal_note	u	user:read user:write	user.personal_notes_updated
	a	user:read:admin user:write:admin	^
	m	user:master	^
user:read:pm_room	u	user:read user:write
	a	user:read:admin user:write:admin
user:read:presence_status	u	user:read	user.presence_status_updated
	a	user:read:admin	^
	m		^
user:read:settings	u	user:read user:write	user.settings_updated
	a	user:read:admin user:write:admin	^
	m	user:master	^
user:read:summary	a	user:read:admin user:write:admin
	m	user:master
user:read:token	u	user:read user:write user_profile
	a	user:read:admin user:write:admin
	m	user:master
user:read:user	u	user:read user:write user_info:read user_profile	user.deleted user.signed_in user.signed_out user.updated
	a	user:read:admin user:write:admin	user.activated user.created user.deactivated user.deleted user.disassociated user.invitation_accepted user.signed_in user.signed_out user.updated
	m	user:master	^
user:read:zak	u	user_zak:read
	a
user:update:email	u	user:write
	a	user:write:admin
	m	user:master user:write:master
user:update:password	u	user:write
	a	user:write:admin
	m	user:master user:write:master
user:update:presence_status	u	user:write
	a	user:write:admin
user:update:settings	u	user:write
	a	user:write:admin
	m	user:master
user:update:status	u	user:write
	a	user:write:admin
	m	user:master
user:update:user	u	user:write
	a	user:write:admin
	m	user:master
user:write:assistant	u	user:write
	a	user:write:admin
	m	user:master
user:write:feature	a	user:write:admin
	m	user:master
user:write:profile_picture	u	user:write
	a	user:write:admin
	m	user:master user:write:master
user:write:user	a	user:write:admin
	m	user:master
user:write:virtual_background_files	u	user:write
	a	user:write:admin
	m	user:master user:write:master
= Video Management
video_mgmt:delete:channel	u
	a
video_mgmt:delete:channel_playlists	u
	a
video_mgmt:delete:channel_videos	u
	a
video_mgmt:delete:permissions	u
	a
video_mgmt:delete:playlist	u
	a
video_mgmt:delete:playlist_videos	u
	a
video_mgmt:read:channel	u		video_management.channel_published video_management.channel_unpublished
	a		^
video_mgmt:read:list_channel_playlists	u
	a
video_mgmt:read:list_channel_videos	u
	a
video_mgmt:read:list_channels	u
	a
video_mgmt:read:list_permissions	u
	a
video_mgmt:read:list_playlist_videos	u
	a
video_mgmt:read:list_playlists	u
	a
video_mgmt:read:list_videos	u		video_management.channel_video_added video_management.channel_video_removed
	a		^
video_mgmt:update:channel	u
	a
video_mgmt:update:permissions	u
	a
video_mgmt:update:playlist	u
	a
video_mgmt:write:channel	u
	a
video_mgmt:write:channel_playlists	u
	a
video_mgmt:write:channel_videos	u
	a
video_mgmt:write:file	u
	a
video_mgmt:write:permissions	u
	a
video_mgmt:write:playlist	u
	a
video_mgmt:write:playlist_videos	u
	a
= Virtual Agent
zva:delete:km_article	u	zva:write:km_kbs
	a
zva:read:km_article	u	zva:read:km_kbs
	a
zva:read:km_kb	a
zva:read:list_engagements	a	zva_report:read:admin
zva:read:list_km_articles	u	zva:read:km_kbs
	a
zva:read:list_queries	a	zva_report:read:admin
zva:read:list_surveys	a	zva_report:read:admin
zva:read:list_transcripts	a	zva_report:read:admin
zva:read:list_variables	a	zva_report:read:admin
zva:update:km_article	u	zva:write:km_kbs
	a
zva:update:km_kb	a
zva:write:km_article	u	zva:write:km_kbs
	a
= Visitor Management
visitor_management:delete:invitation	u	visitor_management:write
	a
visitor_management:read:invitation_details	u	visitor_management:read
	a
visitor_management:read:list_invitations	u	visitor_management:read
	a
visitor_management:read:visitor_checked_in	a	visitor_management:read:admin	visitor_management.checked_in
visitor_management:read:visitor_checked_out	a	visitor_management:read:admin	visitor_management.checked_out
visitor_management:read:visitor_invitation	a	visitor_management:read:admin	visitor_management.invitation_created visitor_management.invitation_deleted visitor_management.invitation_updated
visitor_management:update:invitation	u	visitor_management:write
	a
visitor_management:write:check_in	u	visitor_management:write
	a
visitor_management:write:invitation	u
	a	visitor_management:write:admin
= Webinar
webinar:delete:branding_name_tag	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:delete:branding_virtual_background	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:delete:branding_wallpaper	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:delete:live_webinar_chat_message	u	webinar:write
	a	webinar:write:admin
webinar:delete:panelist	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:delete:poll	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:delete:registrant	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:delete:survey	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:delete:webinar	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:read:alert	u	webinar:read webinar:write	webinar.alert
	a	webinar:read:admin webinar:write:admin	^
	m	webinar:master	^
webinar:read:branding	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:chat_message	u	webinar:read webinar:write	webinar.chat_message_file_downloaded webinar.chat_message_file_sent webinar.chat_message_sent
	a	webinar:read:admin webinar:write:admin	^
	m	webinar:master	webinar.chat_message_file_sent webinar.chat_message_sent
webinar:read:list_absentees	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:list_panelists	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:list_past_instances	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:list_past_participants	u	webinar:read
	a	webinar:read:admin
webinar:read:list_past_polls	u	webinar:read
	a	webinar:read:admin
webinar:read:list_polls	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:list_registrants	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:list_registration_questions	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:list_templates	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:list_tracking_sources	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:list_webinars	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:live_streaming_token	u	webinar_token:read:admin:live_streaming webinar_token:read:live_streaming
	a
webinar:read:livestream	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:local_archiving_token	a
webinar:read:local_recording_token	u	webinar_token:read:admin:local_recording webinar_token:read:local_recording
	a
webinar:read:participant	u	webinar:read webinar:write	webinar.participant_bind webinar.participant_joined webinar.participant_left webinar.participant_role_changed
	a	webinar:read:admin webinar:write:admin	^
	m	webinar:master	^
webinar:read:participant_feedback	u	webinar:read webinar:write	webinar.participant_feedback
	a	webinar:read:admin webinar:write:admin	^
	m	webinar:master	^
webinar:read:participant_sharing	u	webinar:read webinar:write	webinar.sharing_ended webinar.sharing_started
	a	webinar:read:admin webinar:write:admin	^
	m	webinar:master	^
webinar:read:past_qa	u	webinar:read
	a	webinar:read:admin
webinar:read:poll	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:registrant	u	webinar:read	webinar.registration_approved webinar.registration_cancelled webinar.registration_created webinar.registration_denied
	a	webinar:read:admin	^
	m	webinar:master	^
webinar:read:survey	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:token	u	webinar:read
	a	webinar:read:admin
	m	webinar:master
webinar:read:webinar	u	webinar:read	webinar.converted_to_meeting webinar.created webinar.deleted webinar.ended webinar.permanently_deleted webinar.recovered webinar.started webinar.updated
	a	webinar:read:admin	^
	m	webinar:master	^
webinar:read:webinar_audio	u			RTMS media scope
webinar:read:webinar_chat	u			RTMS media scope
webinar:read:webinar_transcript	u			RTMS media scope
webinar:read:webinar_video	u			RTMS media scope
webinar:update:branding_name_tag	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:update:branding_virtual_background	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:update:livestream	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:update:livestream_status	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:update:poll	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:update:registrant_status	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:update:registration_question	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:update:status	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:update:survey	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:update:webinar	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:write:batch_registrants	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:write:branding_name_tag	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:write:branding_virtual_background	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:write:branding_wallpaper	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:write:invite_links	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:write:panelist	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:write:poll	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:write:registrant	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:write:sip_dialing	u	webinar:write:admin:sip_dialing webinar:write:sip_dialing
	a
webinar:write:template	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
webinar:write:webinar	u	webinar:write
	a	webinar:write:admin
	m	webinar:master
= Whiteboard
whiteboard:delete:collaborator	u			MCP tool scope
	a	whiteboard_collaborator:write:admin		MCP tool scope
whiteboard:delete:project	u	whiteboard_project:write
	a	whiteboard_project:write:admin
whiteboard:delete:project_collaborator	u	whiteboard_project_collaborator:write
	a	whiteboard_project_collaborator:write:admin
whiteboard:delete:project_whiteboard	u	whiteboard_project:write
	a	whiteboard_project:write:admin
whiteboard:delete:whiteboard	u	whiteboard:write
	a	whiteboard:write:admin
whiteboard:read:archived_file	u	whiteboard_content:read
	a	whiteboard_content:read:admin
whiteboard:read:content	u
whiteboard:read:export	u	whiteboard_content:read
	a	whiteboard_content:read:admin
whiteboard:read:file	u	whiteboard_file:read	whiteboard.file_added
	a	whiteboard_file:read:admin	^
whiteboard:read:import	u	whiteboard_import:read
	a	whiteboard_import:read:admin
whiteboard:read:list_collaborators	u		whiteboard.shared whiteboard.sharing_updated	MCP tool scope
	a	whiteboard_collaborator:read:admin	^	MCP tool scope
whiteboard:read:list_projects	u	whiteboard_project:read
	a	whiteboard_project:read:admin
whiteboard:read:list_sessions	u	whiteboard_content:read
	a	whiteboard_content:read:admin
whiteboard:read:list_whiteboards	u	whiteboard:read
	a	whiteboard:read:admin
whiteboard:read:project	u	whiteboard_project:read
	a	whiteboard_project:read:admin
whiteboard:read:project_collaborator	u	whiteboard_project_collaborator:read
	a	whiteboard_project_collaborator:read:admin
whiteboard:read:session	u	whiteboard_content:read
	a	whiteboard_content:read:admin	whiteboard.archive_available
whiteboard:read:share_setting	u	whiteboard:read	whiteboard.share_settings_updated
	a	whiteboard:read:admin	^
whiteboard:read:subproject	u	whiteboard_project:read
	a	whiteboard_project:read:admin
whiteboard:read:whiteboard	u	whiteboard:read	whiteboard.created whiteboard.deleted whiteboard.opened
	a	whiteboard:read:admin	^
whiteboard:update:collaborator	u			MCP tool scope
	a	whiteboard_collaborator:write:admin		MCP tool scope
whiteboard:update:project	u	whiteboard_project:write
	a	whiteboard_project:write:admin
whiteboard:update:project_collaborator	u	whiteboard_project_collaborator:write
	a	whiteboard_project_collaborator:write:admin
whiteboard:update:share_setting	u	whiteboard_share_setting:write
	a	whiteboard_share_setting:write:admin
whiteboard:update:whiteboard	a	whiteboard:write:admin
whiteboard:write:collaborator	u			MCP tool scope
	a	whiteboard_collaborator:write:admin		MCP tool scope
whiteboard:write:export	u	whiteboard_export:write
	a	whiteboard_export:write:admin
whiteboard:write:file	u	whiteboard_file:write
	a	whiteboard_file:write:admin
whiteboard:write:import	u	whiteboard_import:write
	a	whiteboard_import:write:admin
whiteboard:write:project	u	whiteboard_project:write
	a	whiteboard_project:write:admin
whiteboard:write:project_collaborator	u	whiteboard_project_collaborator:write
	a	whiteboard_project_collaborator:write:admin
whiteboard:write:project_whiteboard	u	whiteboard_project:write
	a	whiteboard_project:write:admin
whiteboard:write:whiteboard	u	whiteboard:write
= Workforce Management
workforce_management:delete:organizational_groups	a	workforce_management:write:admin
workforce_management:read:forecasts	a	workforce_management:read:admin
workforce_management:read:list_adherence_agents	a
workforce_management:read:list_schedule_agents	a
workforce_management:read:organizational_groups	a	workforce_management:read:admin
workforce_management:read:queue_metrics	a	workforce_management:read:admin
workforce_management:update:organizational_groups	a	workforce_management:write:admin
workforce_management:write:organizational_groups	a	workforce_management:write:admin
workforce_management:write:queue_metrics	a	workforce_management:write:admin
= Workspace Reservation
workspace:delete:asset	a	workspace:write:admin
workspace:delete:assignment	a	workspace:write:admin
workspace:delete:photo	a	workspace:write:admin
workspace:delete:reservation	u	workspace:write
	a	workspace:write:admin
workspace:delete:workspace	a	workspace:write:admin
workspace:read:asset	u
	a	workspace:read:admin
workspace:read:assignment	u	workspace:read	workspace.user_assigned workspace.user_unassigned
	a	workspace:read:admin	^
workspace:read:contacts	u
	a
workspace:read:list_reservations	u	workspace:read
	a	workspace:read:admin
workspace:read:list_workspaces	u	workspace:read
	a	workspace:read:admin
workspace:read:location	u	workspace:read
	a	workspace:read:admin
workspace:read:qr	a	workspace:read:admin
workspace:read:reservation	u	workspace:read	workspace.reservation_checked_in workspace.reservation_checked_out workspace.reservation_created workspace.reservation_deleted
	a	workspace:read:admin	^
	m
workspace:read:usage	u	workspace:read
	a	workspace:read:admin
workspace:read:workspace	u		workspace.created workspace.deleted workspace.updated
	a	workspace:read:admin	^
workspace:read:workspace_reservation_questionnaire_response	u	workspace:read workspace:write	workspace.reservation_questionnaire_response_created workspace.reservation_questionnaire_response_updated
	a	workspace:read:admin workspace:write:admin	^
workspace:update:asset	a	workspace:write:admin
workspace:update:reservation	u	workspace:write
	a	workspace:write:admin
workspace:update:setting	a	workspace:write:admin
	m
workspace:update:workspace	a	workspace:write:admin
workspace:write:asset	a	workspace:write:admin
workspace:write:assignment	a	workspace:write:admin
workspace:write:events	u
	a	workspace:write:admin
workspace:write:location	u
	a	workspace:write:admin
workspace:write:reservation	u	workspace:write
	a	workspace:write:admin
workspace:write:workspace	a	workspace:write:admin
= Zoom Apps
zoomapp:inmeeting	n			special two-part scope; in Zoom manifest template for USER_OPERATION
zoomapp:inwebinar	n			special two-part scope; in Zoom's guide to Zoom Apps for webinars
= Zoom Events
zoom_events:delete:access_links	u	zoom_events_access_links:write
	a	zoom_events_access_links:write:admin
zoom_events:delete:event	u	zoom_events_basic:write
	a	zoom_events_basic:write:admin
zoom_events:delete:exhibitor	u	zoom_events_exhibitors:write
	a	zoom_events_exhibitors:write:admin
zoom_events:delete:hub_host	u	zoom_events_hub:write
	a	zoom_events_hub:write:admin
zoom_events:delete:session	u	zoom_events_sessions:write
	a	zoom_events_sessions:write:admin
zoom_events:delete:session_reservations	u	zoom_events_sessions:write
	a	zoom_events_sessions:write:admin
zoom_events:delete:speaker	u	zoom_events_speakers:write
	a	zoom_events_speakers:write:admin
zoom_events:delete:ticket	u	zoom_events_tickets:write
	a	zoom_events_tickets:write:admin
zoom_events:delete:ticket_type	u	zoom_events_ticket_types:write
	a	zoom_events_ticket_types:write:admin
zoom_events:delete:vod_channel	u	zoom_events_vod_channels:write
	a	zoom_events_vod_channels:write:admin
zoom_events:delete:vod_channel_videos	u	zoom_events_vod_channels:write
	a	zoom_events_vod_channels:write:admin
zoom_events:read:access_links	u	zoom_events_access_links:read
	a	zoom_events_access_links:read:admin
zoom_events:read:chat_transcripts	u	zoom_events_reports:read
	a	zoom_events_reports:read:admin
zoom_events:read:custom_report	u	zoom_events_reports:read
	a	zoom_events_reports:read:admin
zoom_events:read:event	u	zoom_events_basic:read	zoom_events.event_cancelled zoom_events.event_duplicated zoom_events.event_published zoom_events.event_updated
	a	zoom_events_basic:read:admin	^
zoom_events:read:event_attendance	u	zoom_events_reports:read
	a	zoom_events_reports:read:admin
zoom_events:read:event_registration	u	zoom_events_reports:read
	a	zoom_events_reports:read:admin
zoom_events:read:exhibitor	u	zoom_events_exhibitors:read	zoom_events.exhibitor_created zoom_events.exhibitor_deleted zoom_events.exhibitor_updated
	a	zoom_events_exhibitors:read:admin	^
zoom_events:read:list_access_links	u	zoom_events_access_links:read
	a	zoom_events_access_links:read:admin
zoom_events:read:list_all_vod_channels	u	zoom_events_vod_channels:read
	a	zoom_events_vod_channels:read:admin
zoom_events:read:list_attendee_actions	u	zoom_events_attendee_actions:read
	a	zoom_events_attendee_actions:read:admin
zoom_events:read:list_coeditors	u	zoom_events_coeditors:read
	a	zoom_events_coeditors:read:admin
zoom_events:read:list_email_types	u	zoom_events_email:read
	a	zoom_events_email:read:admin
zoom_events:read:list_emails_status	u	zoom_events_email:read
	a	zoom_events_email:read:admin
zoom_events:read:list_events	u	zoom_events_basic:read
	a	zoom_events_basic:read:admin
zoom_events:read:list_exhibitors	u	zoom_events_exhibitors:read
	a	zoom_events_exhibitors:read:admin
zoom_events:read:list_hub_hosts	u	zoom_events_hubs:read
	a	zoom_events_hubs:read:admin
zoom_events:read:list_hub_videos	u	zoom_events_hubs:read
	a	zoom_events_hubs:read:admin
zoom_events:read:list_hubs	u	zoom_events_hubs:read
	a	zoom_events_hubs:read:admin
zoom_events:read:list_registrants	u	zoom_events_registrants:read
	a	zoom_events_registrants:read:admin
zoom_events:read:list_registration_questions	u	zoom_events_ticket_types:read
	a	zoom_events_ticket_types:read:admin
zoom_events:read:list_session_attendee_actions	u	zoom_events_attendee_actions:read
	a	zoom_events_attendee_actions:read:admin
zoom_events:read:list_session_attendees	u	zoom_events_registrants:read
	a	zoom_events_registrants:read:admin
zoom_events:read:list_session_interpreters	u	zoom_events_sessions:read
	a	zoom_events_sessions:read:admin
zoom_events:read:list_session_polls	u	zoom_events_sessions:read
	a	zoom_events_sessions:read:admin
zoom_events:read:list_session_reservations	u	zoom_events_sessions:read
	a	zoom_events_sessions:read:admin
zoom_events:read:list_session_surveys	u	zoom_events_reports:read
	a	zoom_events_reports:read:admin
zoom_events:read:list_sessions	u	zoom_events_sessions:read
	a	zoom_events_sessions:read:admin
zoom_events:read:list_speakers	u	zoom_events_speakers:read
	a	zoom_events_speakers:read:admin
zoom_events:read:list_sponsor_tiers	u	zoom_events_exhibitors:read
	a	zoom_events_exhibitors:read:admin
zoom_events:read:list_ticket_types	u	zoom_events_ticket_types:read	zoom_events.ticket_type_created zoom_events.ticket_type_deleted zoom_events.ticket_type_updated
	a	zoom_events_ticket_types:read:admin	^
zoom_events:read:list_tickets	u	zoom_events_tickets:read
	a	zoom_events_tickets:read:admin
zoom_events:read:list_vod_channel_videos	u	zoom_events_vod_channels:read
	a	zoom_events_vod_channels:read:admin
zoom_events:read:session	u	zoom_events_sessions:read	zoom_events.session_created zoom_events.session_deleted zoom_events.session_ended zoom_events.session_updated
	a	zoom_events_sessions:read:admin	^
zoom_events:read:session_attendance	u	zoom_events_reports:read
	a	zoom_events_reports:read:admin
zoom_events:read:session_livestream_config	u	zoom_events_sessions:read
	a	zoom_events_sessions:read:admin
zoom_events:read:session_token	u	zoom_events_sessions:read
	a	zoom_events_sessions:read:admin
zoom_events:read:speaker	u	zoom_events_speakers:read	zoom_events.speaker_created zoom_events.speaker_deleted zoom_events.speaker_updated
	a	zoom_events_speakers:read:admin	^
zoom_events:read:ticket	u	zoom_events_tickets:read	zoom_events.ticket_created zoom_events.ticket_deleted zoom_events.ticket_updated
	a	zoom_events_tickets:read:admin	^
zoom_events:read:video_metadata	u	zoom_events_videos:read
	a	zoom_events_videos:read:admin
zoom_events:read:vod_channel	u	zoom_events_vod_channels:read
	a	zoom_events_vod_channels:read:admin
zoom_events:read:vod_registration_questions	u	zoom_events_vod_registration:read
	a	zoom_events_vod_registration:read:admin
zoom_events:read:vod_registrations	u	zoom_events_vod_registration:read zoom_events_vod_reports:read	zoom_events.vod_registration_created
	a	zoom_events_vod_registration:read:admin zoom_events_vod_reports:read:admin	^
zoom_events:update:access_links	u	zoom_events_access_links:write
	a	zoom_events_access_links:write:admin
zoom_events:update:batch_attendee_actions	u	zoom_events_attendee_actions:write
	a	zoom_events_attendee_actions:write:admin
zoom_events:update:batch_session_attendee_actions	u	zoom_events_attendee_actions:write
	a	zoom_events_attendee_actions:write:admin
zoom_events:update:event	u	zoom_events_basic:write
	a	zoom_events_basic:write:admin
zoom_events:update:exhibitor	u	zoom_events_exhibitors:write
	a	zoom_events_exhibitors:write:admin
zoom_events:update:registraion_question	u	zoom_events_ticket_types:write
	a	zoom_events_ticket_types:write:admin
zoom_events:update:session	u	zoom_events_sessions:write
	a	zoom_events_sessions:write:admin
zoom_events:update:session_interpreter	u	zoom_events_sessions:write
	a	zoom_events_sessions:write:admin
zoom_events:update:session_livestream_config	u	zoom_events_sessions:write
	a	zoom_events_sessions:write:admin
zoom_events:update:session_poll	u	zoom_events_sessions:write
	a	zoom_events_sessions:write:admin
zoom_events:update:speaker	u	zoom_events_speakers:write
	a	zoom_events_speakers:write:admin
zoom_events:update:ticket_type	u	zoom_events_ticket_types:write
	a	zoom_events_ticket_types:write:admin
zoom_events:update:video_metadata	u	zoom_events_videos:write
	a	zoom_events_videos:write:admin
zoom_events:update:vod_channel	u	zoom_events_vod_channels:write
	a	zoom_events_vod_channels:write:admin
zoom_events:update:vod_registration_questions	u	zoom_events_vod_registration:write
	a	zoom_events_vod_registration:write:admin
zoom_events:write:access_links	u	zoom_events_access_links:write
	a	zoom_events_access_links:write:admin
zoom_events:write:coeditor	u	zoom_events_coeditor:write
	a	zoom_events_coeditor:write:admin
zoom_events:write:event	u	zoom_events_basic:write
	a	zoom_events_basic:write:admin
zoom_events:write:exhibitor	u	zoom_events_exhibitors:write
	a	zoom_events_exhibitors:write:admin
zoom_events:write:file_upload	u	zoom_events_file:write
	a	zoom_events_file:write:admin
zoom_events:write:hub_host	u	zoom_events_hub:write
	a	zoom_events_hub:write:admin
zoom_events:write:session	u	zoom_events_sessions:write
	a	zoom_events_sessions:write:admin
zoom_events:write:session_reservations	u	zoom_events_sessions:write
	a	zoom_events_sessions:write:admin
zoom_events:write:speaker	u	zoom_events_speakers:write
	a	zoom_events_speakers:write:admin
zoom_events:write:ticket	u	zoom_events_tickets:write
	a	zoom_events_tickets:write:admin
zoom_events:write:ticket_type	u	zoom_events_ticket_types:write
	a	zoom_events_ticket_types:write:admin
zoom_events:write:vod_channel	u	zoom_events_vod_channels:write
	a	zoom_events_vod_channels:write:admin
zoom_events:write:vod_channel_videos	u	zoom_events_vod_channels:write
	a	zoom_events_vod_channels:write:admin
zoom_events:write:vod_registration	u	zoom_events_vod_registration:write
	a	zoom_events_vod_registration:write:admin
= Canvas
canvas:write:file_search	u
= My Notes
my_notes:read:content	u
my_notes:read:note	u
= Workflows
workflow:read:definition	u	workflow:read
	a	workflow:read:admin
workflow:read:list_definitions	u	workflow:read
	a	workflow:read:admin
workflow:write:definition	u	workflow:write
	a	workflow:write:admin
`;

export const operations = `
= AI Companion
GET /aic/users/{userId}/conversation_archive	a aic:read:conversation_archives
= Accounts
GET /accounts	m account:read:list_sub_accounts
POST /accounts	m account:write:sub_account
GET /accounts/{accountId}	am account:read:sub_account
DELETE /accounts/{accountId}	m account:delete:sub_account
GET /accounts/{accountId}/information_barriers/policies	m information_barrier:read:list_policies
POST /accounts/{accountId}/information_barriers/policies	m information_barrier:write:policy
GET /accounts/{accountId}/information_barriers/policies/{policyId}	m information_barrier:read:policy
PATCH /accounts/{accountId}/information_barriers/policies/{policyId}	m information_barrier:update:policy
DELETE /accounts/{accountId}/information_barriers/policies/{policyId}	m information_barrier:delete:policy
GET /accounts/{accountId}/lock_settings	m account:read:lock_settings
PATCH /accounts/{accountId}/lock_settings	am account:update:lock_settings
GET /accounts/{accountId}/managed_domains	m account:read:managed_domains
GET /accounts/{accountId}/metrics/chat	m dashboard:read:chat
GET /accounts/{accountId}/metrics/client/feedback	m dashboard:read:list_meetings_feedback
GET /accounts/{accountId}/metrics/client/feedback/{feedbackId}	m dashboard:read:meeting_feedback
GET /accounts/{accountId}/metrics/client/satisfaction	m dashboard:read:meeting_survey
GET /accounts/{accountId}/metrics/client_versions	m dashboard:read:client_versions
GET /accounts/{accountId}/metrics/crc	m dashboard:read:crc_port_usage
GET /accounts/{accountId}/metrics/issues/zoomrooms	m dashboard:read:list_zoomrooms
GET /accounts/{accountId}/metrics/issues/zoomrooms/{zoomroomId}	m dashboard:read:issues_zoomroom
GET /accounts/{accountId}/metrics/meetings	m dashboard:read:list_meetings
GET /accounts/{accountId}/metrics/meetings/{meetingId}	m dashboard:read:meeting
GET /accounts/{accountId}/metrics/meetings/{meetingId}/participants	m dashboard:read:list_meeting_participants
GET /accounts/{accountId}/metrics/meetings/{meetingId}/participants/qos	m dashboard:read:list_meeting_participants_qos
GET /accounts/{accountId}/metrics/meetings/{meetingId}/participants/satisfaction	m dashboard:read:post_meeting_feedback
GET /accounts/{accountId}/metrics/meetings/{meetingId}/participants/sharing	m dashboard:read:meeting_sharing
GET /accounts/{accountId}/metrics/meetings/{meetingId}/participants/{participantId}/qos	m dashboard:read:meeting_participant_qos
GET /accounts/{accountId}/metrics/quality	m dashboard:read:meeting_quality_score
GET /accounts/{accountId}/metrics/webinars	m dashboard:read:list_webinars
GET /accounts/{accountId}/metrics/webinars/{webinarId}	m dashboard:read:webinar
GET /accounts/{accountId}/metrics/webinars/{webinarId}/participants	m dashboard:read:list_webinar_participants
GET /accounts/{accountId}/metrics/webinars/{webinarId}/participants/qos	m dashboard:read:list_webinar_participants_qos
GET /accounts/{accountId}/metrics/webinars/{webinarId}/participants/satisfaction	m dashboard:read:post_webinar_feedback
GET /accounts/{accountId}/metrics/webinars/{webinarId}/participants/sharing	m dashboard:read:webinar_sharing
GET /accounts/{accountId}/metrics/webinars/{webinarId}/participants/{participantId}/qos	m dashboard:read:webinar_participant_qos
GET /accounts/{accountId}/metrics/zoomrooms	m dashboard:read:list_zoomrooms
GET /accounts/{accountId}/metrics/zoomrooms/issues	m dashboard:read:issues_zoomroom
GET /accounts/{accountId}/metrics/zoomrooms/{zoomroomId}	m dashboard:read:zoomroom
PATCH /accounts/{accountId}/options	m account:update:options
PUT /accounts/{accountId}/owner	am account:update:owner
GET /accounts/{accountId}/roles	m role:read:list_roles
POST /accounts/{accountId}/roles	m role:write:role
GET /accounts/{accountId}/roles/{roleId}	m role:read:role
PATCH /accounts/{accountId}/roles/{roleId}	m role:update:role
DELETE /accounts/{accountId}/roles/{roleId}	m role:delete:role
GET /accounts/{accountId}/roles/{roleId}/members	m role:read:list_members
POST /accounts/{accountId}/roles/{roleId}/members	m role:write:member
DELETE /accounts/{accountId}/roles/{roleId}/members/{memberId}	m role:delete:member
GET /accounts/{accountId}/settings	am account:read:settings
PATCH /accounts/{accountId}/settings	am account:update:settings
GET /accounts/{accountId}/settings/registration	m account:read:registration_settings
PATCH /accounts/{accountId}/settings/registration	m account:update:registration_settings
POST /accounts/{accountId}/settings/virtual_backgrounds	am account:write:virtual_background_files
DELETE /accounts/{accountId}/settings/virtual_backgrounds	am account:delete:virtual_background_files
GET /accounts/{accountId}/surveys	m survey_management:read:list_surveys
GET /accounts/{accountId}/surveys/{surveyId}	m survey_management:read:survey
GET /accounts/{accountId}/surveys/{surveyId}/answers	m survey_management:read:list_survey_answers
GET /accounts/{accountId}/surveys/{surveyId}/instances	m survey_management:read:list_survey_instances
GET /accounts/{accountId}/trusted_domains	m account:read:trusted_domains
GET /data_requests/files/{fileId}/url	a data_request:read:download
GET /data_requests/requests	a data_request:read:history
POST /data_requests/requests	a data_request:write:request
GET /data_requests/requests/{requestId}	a data_request:read:download
DELETE /data_requests/requests/{requestId}	a data_request:delete:request
GET /information_barriers/policies	a information_barrier:read:list_policies
POST /information_barriers/policies	a information_barrier:write:policy
GET /information_barriers/policies/{policyId}	a information_barrier:read:policy
PATCH /information_barriers/policies/{policyId}	a information_barrier:update:policy
DELETE /information_barriers/policies/{policyId}	a information_barrier:delete:policy
GET /metrics/chat	a dashboard:read:chat
GET /metrics/client/feedback	a dashboard:read:list_meetings_feedback
GET /metrics/client/feedback/{feedbackId}	a dashboard:read:meeting_feedback
GET /metrics/client/satisfaction	a dashboard:read:meeting_survey
GET /metrics/client_versions	a dashboard:read:client_versions
GET /metrics/crc	a dashboard:read:crc_port_usage
GET /metrics/issues/zoomrooms	a dashboard:read:list_zoomrooms
GET /metrics/issues/zoomrooms/{zoomroomId}	a dashboard:read:issues_zoomroom
GET /metrics/meetings	a dashboard:read:list_meetings
GET /metrics/meetings/{meetingId}	a dashboard:read:meeting
GET /metrics/meetings/{meetingId}/participants	a dashboard:read:list_meeting_participants
GET /metrics/meetings/{meetingId}/participants/qos	a dashboard:read:list_meeting_participants_qos
GET /metrics/meetings/{meetingId}/participants/satisfaction	a dashboard:read:post_meeting_feedback
GET /metrics/meetings/{meetingId}/participants/sharing	a dashboard:read:meeting_sharing
GET /metrics/meetings/{meetingId}/participants/{participantId}/qos	a dashboard:read:meeting_participant_qos
GET /metrics/quality	a dashboard:read:meeting_quality_score
GET /metrics/webinars	a dashboard:read:list_webinars
GET /metrics/webinars/{webinarId}	a dashboard:read:webinar
GET /metrics/webinars/{webinarId}/participants	a dashboard:read:list_webinar_participants
GET /metrics/webinars/{webinarId}/participants/qos	a dashboard:read:list_webinar_participants_qos
GET /metrics/webinars/{webinarId}/participants/satisfaction	a dashboard:read:post_webinar_feedback
GET /metrics/webinars/{webinarId}/participants/sharing	a dashboard:read:webinar_sharing
GET /metrics/webinars/{webinarId}/participants/{participantId}/qos	a dashboard:read:webinar_participant_qos
GET /metrics/zoomrooms	a dashboard:read:list_zoomrooms
GET /metrics/zoomrooms/issues	a dashboard:read:issues_zoomroom
GET /metrics/zoomrooms/{zoomroomId}	a dashboard:read:zoomroom
GET /roles	ua role:read:list_roles
POST /roles	ua role:write:role
GET /roles/{roleId}	ua role:read:role
PATCH /roles/{roleId}	ua role:update:role
DELETE /roles/{roleId}	ua role:delete:role
GET /roles/{roleId}/members	ua role:read:list_members
POST /roles/{roleId}/members	ua role:write:member
DELETE /roles/{roleId}/members/{memberId}	ua role:delete:member
GET /surveys	a survey_management:read:list_surveys
GET /surveys/{surveyId}	a survey_management:read:survey
GET /surveys/{surveyId}/answers	a survey_management:read:list_survey_answers
GET /surveys/{surveyId}/instances	a survey_management:read:list_survey_instances
= Auto Dialer
GET /dialer/call-histories/{callHistoryId}	a zoom_auto_dialer:read:call_history
GET /dialer/call-history	a zoom_auto_dialer:read:call_history
GET /dialer/call-lists	a zoom_auto_dialer:read:call_lists
POST /dialer/call-lists	a zoom_auto_dialer:write:call_lists
GET /dialer/call-lists/{callListId}	a zoom_auto_dialer:read:call_lists
PATCH /dialer/call-lists/{callListId}	a zoom_auto_dialer:update:call_lists
DELETE /dialer/call-lists/{callListId}	a zoom_auto_dialer:delete:call_lists
GET /dialer/call-lists/{callListId}/prospects	a zoom_auto_dialer:read:prospects
POST /dialer/call-lists/{callListId}/prospects	a zoom_auto_dialer:write:prospects
PATCH /dialer/call-lists/{callListId}/prospects	a zoom_auto_dialer:update:prospects
POST /dialer/call-lists/{callListId}/prospects/batch	a zoom_auto_dialer:write:prospects
PATCH /dialer/call-lists/{callListId}/prospects/{prospectId}	a zoom_auto_dialer:update:prospects
DELETE /dialer/call-lists/{callListId}/prospects/{prospectId}	a zoom_auto_dialer:delete:prospects
GET /dialer/prospects/{prospectId}	a zoom_auto_dialer:read:prospects
= Billing
GET /accounts/billing/invoice_reports/{invoiceReportId}	m billing:read:download_invoice_reports
DELETE /accounts/billing/invoice_reports/{invoiceReportId}	m billing:delete:invoice_report
GET /accounts/billing/renewals	m billing:read:list_upcoming_renewal_accounts
GET /accounts/{accountId}/billing	am billing:read:billing_information
PATCH /accounts/{accountId}/billing	m billing:update:billing_information
GET /accounts/{accountId}/billing/invoices	am billing:read:list_invoices
GET /accounts/{accountId}/billing/invoices/{invoiceId}	am billing:read:invoice_details
GET /accounts/{accountId}/plans	am billing:read:plan_information
POST /accounts/{accountId}/plans	m billing:write:subscribe_plan
POST /accounts/{accountId}/plans/addons	m billing:write:subscribe_additional_plans
PUT /accounts/{accountId}/plans/addons	m billing:update:additional_plans
PATCH /accounts/{accountId}/plans/addons/status	m billing:update:cancel_additional_plans
PUT /accounts/{accountId}/plans/base	m billing:update:plan
PATCH /accounts/{accountId}/plans/base/status	m billing:update:cancel_plan
GET /accounts/{accountId}/plans/usage	am billing:read:plan_usage
GET /api/download/billing/invoices/{invoiceId}	m billing:read:download_invoice_file
GET /billing/invoices/{invoiceId}/download	m billing:read:download_invoice_file
= Calendar
POST /calendars	ua calendar:write:calendar
GET /calendars/colors	ua calendar:read:color
POST /calendars/freeBusy	ua calendar:read:list_events
GET /calendars/users/{userIdentifier}/calendarList	u calendar:read:list_calendar_lists
POST /calendars/users/{userIdentifier}/calendarList	u calendar:write:calendar_list
GET /calendars/users/{userIdentifier}/calendarList/{calendarId}	u calendar:read:calendar_list
PATCH /calendars/users/{userIdentifier}/calendarList/{calendarId}	u calendar:update:calendar_list
DELETE /calendars/users/{userIdentifier}/calendarList/{calendarId}	u calendar:delete:calendar_list
GET /calendars/users/{userIdentifier}/settings	u calendar:read:list_settings
GET /calendars/users/{userIdentifier}/settings/{settingId}	u calendar:read:setting
PATCH /calendars/users/{userIdentifier}/settings/{settingId}	ua calendar:update:setting
GET /calendars/{calId}	ua calendar:read:calendar
PATCH /calendars/{calId}	ua calendar:update:calendar
DELETE /calendars/{calId}	ua calendar:delete:calendar
GET /calendars/{calId}/acl	ua calendar:read:list_acl
POST /calendars/{calId}/acl	ua calendar:write:acl
GET /calendars/{calId}/acl/{aclId}	ua calendar:read:acl
PATCH /calendars/{calId}/acl/{aclId}	ua calendar:update:acl
DELETE /calendars/{calId}/acl/{aclId}	ua calendar:delete:acl
GET /calendars/{calId}/events	ua calendar:read:list_events
POST /calendars/{calId}/events	ua calendar:write:event
POST /calendars/{calId}/events/import	ua calendar:write:import_event
POST /calendars/{calId}/events/quickAdd	ua calendar:write:quick_add_event
GET /calendars/{calId}/events/{eventId}	ua calendar:read:event
PATCH /calendars/{calId}/events/{eventId}	ua calendar:update:event
DELETE /calendars/{calId}/events/{eventId}	ua calendar:delete:event
GET /calendars/{calId}/events/{eventId}/instances	ua calendar:read:instance_event
POST /calendars/{calId}/events/{eventId}/move	ua calendar:write:move_event
= Clips
GET /accounts/{accountId}/clips	m clips:read:list_user_clips
GET /clips	ua clips:read:list_user_clips
POST /clips/transfers	a clips:write:transfer_owner
GET /clips/transfers/{taskId}	a clips:read:transfer_task_status
GET /clips/{clipId}	ua clips:read:clip
DELETE /clips/{clipId}	ua clips:delete:clip
GET /clips/{clipId}/collaborators	ua clips:read:list_collaborator
DELETE /clips/{clipId}/collaborators	ua clips:delete:collaborators
GET /clips/{clipId}/comments	ua clips:read:list_comments
DELETE /clips/{clipId}/comments/{commentId}	ua clips:delete:comment
GET /clips/{clipId}/download	ua clips:read:download_clip
= Commerce
POST /commerce/account	a zoom_commerce:write:sub_account
POST /commerce/account/{accountKey}/contacts	a zoom_commerce:update:account
GET /commerce/accounts	a zoom_commerce:read:account
GET /commerce/accounts/{accountKey}	a zoom_commerce:read:account
GET /commerce/billing_documents	a zoom_commerce:read:billing_documents
GET /commerce/billing_documents/{documentNumber}/document	a zoom_commerce:read:billing_documents
GET /commerce/campaigns	a zoom_commerce:read:deal_registration
POST /commerce/catalog	a zoom_commerce:read:product_catalog
GET /commerce/catalog/{offerId}	a zoom_commerce:read:product_catalog
POST /commerce/deal_registration	a zoom_commerce:write:deal_registration
GET /commerce/deal_registrations	a zoom_commerce:read:deal_registration
GET /commerce/deal_registrations/{dealRegKey}	a zoom_commerce:read:deal_registration
PATCH /commerce/deal_registrations/{dealRegKey}	a zoom_commerce:write:deal_registration
POST /commerce/file	a zoom_commerce:write:file
GET /commerce/files/{associatedReferenceId}/details	a zoom_commerce:read:file
GET /commerce/files/{documentReferenceId}	a zoom_commerce:read:file
GET /commerce/invoices/{invoiceNumber}	a zoom_commerce:read:billing_documents
POST /commerce/order	a zoom_commerce:write:order
POST /commerce/order/preview	a zoom_commerce:write:order
GET /commerce/orders	a zoom_commerce:read:order
GET /commerce/orders/{orderReferenceId}	a zoom_commerce:read:order
GET /commerce/pricebooks	a zoom_commerce:read:product_catalog
POST /commerce/quote	a zoom_commerce:write:quote
POST /commerce/quote/preview	a zoom_commerce:write:quote
GET /commerce/quotes	a zoom_commerce:read:quote
GET /commerce/quotes/{quoteReferenceId}	a zoom_commerce:read:quote
PATCH /commerce/quotes/{quoteReferenceId}	a zoom_commerce:write:quote
PATCH /commerce/quotes/{quoteReferenceId}/fulfillment	a zoom_commerce:write:quote
GET /commerce/subscriptions	a zoom_commerce:read:subscription
GET /commerce/subscriptions/{subscriptionNumber}	a zoom_commerce:read:subscription
GET /commerce/subscriptions/{subscriptionNumber}/versions	a zoom_commerce:read:subscription
GET /commerce/trials	a zoom_commerce:read:subscription
GET /commerce/trials/{trialReferenceId}	a zoom_commerce:read:subscription
= Conference Room Connector
GET /accounts/{accountId}/crc/api_connectors	m crc:read:list_apiconnectors
POST /accounts/{accountId}/crc/api_connectors	m crc:write:apiconnector
GET /accounts/{accountId}/crc/api_connectors/{connectorId}	m crc:read:apiconnector
PATCH /accounts/{accountId}/crc/api_connectors/{connectorId}	m crc:update:apiconnector
DELETE /accounts/{accountId}/crc/api_connectors/{connectorId}	m crc:delete:apiconnector
GET /accounts/{accountId}/crc/api_connectors/{connectorId}/private_key	m crc:read:apiconnector_private_key
PATCH /accounts/{accountId}/crc/api_connectors/{connectorId}/private_key	m crc:update:apiconnector_private_key
GET /accounts/{accountId}/crc/managed_rooms	m crc:read:list_rooms
POST /accounts/{accountId}/crc/managed_rooms	m crc:write:room
GET /accounts/{accountId}/crc/managed_rooms/account_setting	m crc:read:rooms_account_settings
PATCH /accounts/{accountId}/crc/managed_rooms/account_setting	m crc:update:rooms_account_settings
GET /accounts/{accountId}/crc/managed_rooms/{deviceId}	m crc:read:room
PATCH /accounts/{accountId}/crc/managed_rooms/{deviceId}	m crc:update:room
DELETE /accounts/{accountId}/crc/managed_rooms/{deviceId}	m crc:delete:room
GET /accounts/{accountId}/crc/room_templates	m crc:read:list_rooms_templates
POST /accounts/{accountId}/crc/room_templates	m crc:write:rooms_template
GET /accounts/{accountId}/crc/room_templates/{templateId}	m crc:read:rooms_template
PATCH /accounts/{accountId}/crc/room_templates/{templateId}	m crc:update:rooms_template
DELETE /accounts/{accountId}/crc/room_templates/{templateId}	m crc:delete:rooms_template
GET /crc/api_connectors	a crc:read:list_apiconnectors
POST /crc/api_connectors	a crc:write:apiconnector
GET /crc/api_connectors/{connectorId}	a crc:read:apiconnector
PATCH /crc/api_connectors/{connectorId}	a crc:update:apiconnector
DELETE /crc/api_connectors/{connectorId}	a crc:delete:apiconnector
GET /crc/api_connectors/{connectorId}/private_key	a crc:read:apiconnector_private_key
PATCH /crc/api_connectors/{connectorId}/private_key	a crc:update:apiconnector_private_key
GET /crc/managed_rooms	a crc:read:list_rooms
POST /crc/managed_rooms	a crc:write:room
GET /crc/managed_rooms/account_setting	a crc:read:rooms_account_settings
PATCH /crc/managed_rooms/account_setting	a crc:update:rooms_account_settings
GET /crc/managed_rooms/{deviceId}	a crc:read:room
PATCH /crc/managed_rooms/{deviceId}	a crc:update:room
DELETE /crc/managed_rooms/{deviceId}	a crc:delete:room
GET /crc/participant_identifier_code	am crc:read:participant_identifier_code
GET /crc/room_templates	a crc:read:list_rooms_templates
POST /crc/room_templates	a crc:write:rooms_template
GET /crc/room_templates/{templateId}	a crc:read:rooms_template
PATCH /crc/room_templates/{templateId}	a crc:update:rooms_template
DELETE /crc/room_templates/{templateId}	a crc:delete:rooms_template
= Contact Center
GET /accounts/{accountId}/contact_center/sms	m contact_center:read:sms_log
GET /accounts/{accountId}/contact_center/voice_calls	m contact_center:read:voice_call_log
GET /contact_center/address_books	a contact_center:read:list_address_books
POST /contact_center/address_books	a contact_center:write:address_book
GET /contact_center/address_books/contacts/{contactId}/custom_fields	a contact_center:read:address_book_custom_field
GET /contact_center/address_books/custom_fields	a contact_center:read:address_book_custom_field
POST /contact_center/address_books/custom_fields	a contact_center:write:address_book_custom_field
GET /contact_center/address_books/custom_fields/{customFieldId}	a contact_center:read:address_book_custom_field
PATCH /contact_center/address_books/custom_fields/{customFieldId}	a contact_center:update:address_book_custom_field
DELETE /contact_center/address_books/custom_fields/{customFieldId}	a contact_center:delete:address_book_custom_field
GET /contact_center/address_books/units	a contact_center:read:list_address_book_units
POST /contact_center/address_books/units	a contact_center:write:address_book_unit
GET /contact_center/address_books/units/{unitId}	a contact_center:read:address_book_unit
PATCH /contact_center/address_books/units/{unitId}	a contact_center:update:address_book_unit
DELETE /contact_center/address_books/units/{unitId}	a contact_center:delete:address_book_unit
GET /contact_center/address_books/{addressBookId}	a contact_center:read:address_book
PATCH /contact_center/address_books/{addressBookId}	a contact_center:update:address_book
DELETE /contact_center/address_books/{addressBookId}	a contact_center:delete:address_book
GET /contact_center/address_books/{addressBookId}/contacts	a contact_center:read:list_address_book_contacts
POST /contact_center/address_books/{addressBookId}/contacts	a contact_center:write:address_book_contact
GET /contact_center/address_books/{addressBookId}/contacts/{contactId}	a contact_center:read:address_book_contact
PATCH /contact_center/address_books/{addressBookId}/contacts/{contactId}	a contact_center:update:address_book_contact
DELETE /contact_center/address_books/{addressBookId}/contacts/{contactId}	a contact_center:delete:address_book_contact
GET /contact_center/agent_routing_profiles	a contact_center:read:agent_routing_profile
POST /contact_center/agent_routing_profiles	a contact_center:write:agent_routing_profile
GET /contact_center/agent_routing_profiles/{agentRoutingProfileId}	a contact_center:read:agent_routing_profile
PATCH /contact_center/agent_routing_profiles/{agentRoutingProfileId}	a contact_center:update:agent_routing_profile
DELETE /contact_center/agent_routing_profiles/{agentRoutingProfileId}	a contact_center:delete:agent_routing_profile
GET /contact_center/analytics/agents/leg_metrics	a contact_center:read:agent_report
GET /contact_center/analytics/agents/status_history	a contact_center:read:agent_status_report
GET /contact_center/analytics/agents/time_sheets	a contact_center:read:agent_report
GET /contact_center/analytics/dataset/historical/agent_performance	a contact_center:read:dataset_agent_performance
GET /contact_center/analytics/dataset/historical/agent_timecard	a contact_center:read:dataset_agent_timecard
GET /contact_center/analytics/dataset/historical/disposition	a contact_center:read:dataset_disposition
GET /contact_center/analytics/dataset/historical/engagement	a contact_center:read:dataset_engagement
GET /contact_center/analytics/dataset/historical/expert_assist	a contact_center:read:dataset_expert_assist
GET /contact_center/analytics/dataset/historical/flow_performance	a contact_center:read:dataset_flow_performance
GET /contact_center/analytics/dataset/historical/outbound_dialer_performance	a contact_center:read:dataset_outbound_dialer_performance
GET /contact_center/analytics/dataset/historical/queue_performance	a contact_center:read:dataset_queue_performance
GET /contact_center/analytics/historical/details/metrics	a contact_center:read:engagement_report
GET /contact_center/analytics/historical/queues/agents/metrics	a contact_center:read:agent_report
GET /contact_center/analytics/historical/queues/metrics	a contact_center:read:queue_report
GET /contact_center/analytics/historical/queues/{queueId}/agents/metrics	a contact_center:read:agent_report
GET /contact_center/analytics/log/historical/engagement	a contact_center:read:engagement_log
GET /contact_center/analytics/log/historical/journey	a contact_center:read:call_journey_log
GET /contact_center/asset_library/assets	a contact_center:read:asset_library
POST /contact_center/asset_library/assets	a contact_center:write:asset_library
GET /contact_center/asset_library/assets/{assetId}	a contact_center:read:asset_library
PATCH /contact_center/asset_library/assets/{assetId}	a contact_center:write:asset_library
DELETE /contact_center/asset_library/assets/{assetId}	a contact_center:delete:asset_library
POST /contact_center/asset_library/assets/{assetId}/duplicate	a contact_center:write:asset_library
DELETE /contact_center/asset_library/assets/{assetId}/items	a contact_center:write:asset_library
GET /contact_center/asset_library/categories	a contact_center:read:asset_library
POST /contact_center/asset_library/categories	a contact_center:write:asset_library
GET /contact_center/asset_library/categories/{categoryId}	a contact_center:read:asset_library
PATCH /contact_center/asset_library/categories/{categoryId}	a contact_center:write:asset_library
DELETE /contact_center/asset_library/categories/{categoryId}	a contact_center:delete:asset_library
GET /contact_center/business_hours	a contact_center:read:list_business_hours
POST /contact_center/business_hours	a contact_center:write:business_hour
GET /contact_center/business_hours/{businessHourId}	a contact_center:read:business_hour
PATCH /contact_center/business_hours/{businessHourId}	a contact_center:update:business_hour
DELETE /contact_center/business_hours/{businessHourId}	a contact_center:delete:business_hour
GET /contact_center/business_hours/{businessHourId}/flows	a contact_center:read:business_hours_flow
GET /contact_center/business_hours/{businessHourId}/queues	a contact_center:read:business_hours_queue
GET /contact_center/closures	a contact_center:read:list_closure_hours
POST /contact_center/closures	a contact_center:write:closure_hour
GET /contact_center/closures/{closureSetId}	a contact_center:read:closure_hour
PATCH /contact_center/closures/{closureSetId}	a contact_center:update:closure_hour
DELETE /contact_center/closures/{closureSetId}	a contact_center:delete:closure_hour
GET /contact_center/closures/{closureSetId}/flows	a contact_center:read:clousre_hour_flow
GET /contact_center/closures/{closureSetId}/queues	a contact_center:read:closure_hour_queue
GET /contact_center/consumer_routing_profiles	a contact_center:read:consumer_routing_profile
POST /contact_center/consumer_routing_profiles	a contact_center:write:consumer_routing_profile
GET /contact_center/consumer_routing_profiles/{consumerRoutingProfileId}	a contact_center:read:consumer_routing_profile
PATCH /contact_center/consumer_routing_profiles/{consumerRoutingProfileId}	a contact_center:update:consumer_routing_profile
DELETE /contact_center/consumer_routing_profiles/{consumerRoutingProfileId}	a contact_center:delete:consumer_routing_profile
GET /contact_center/dispositions	a contact_center:read:list_dispositions
POST /contact_center/dispositions	a contact_center:write:disposition
GET /contact_center/dispositions/sets	a contact_center:read:list_disposition_sets
POST /contact_center/dispositions/sets	a contact_center:write:disposition_set
GET /contact_center/dispositions/sets/{dispositionSetId}	a contact_center:read:disposition_set
PATCH /contact_center/dispositions/sets/{dispositionSetId}	a contact_center:update:disposition_set
DELETE /contact_center/dispositions/sets/{dispositionSetId}	a contact_center:delete:disposition_set
GET /contact_center/dispositions/{dispositionId}	a contact_center:read:disposition
PATCH /contact_center/dispositions/{dispositionId}	a contact_center:update:disposition
DELETE /contact_center/dispositions/{dispositionId}	a contact_center:delete:disposition
GET /contact_center/email/messages	a contact_center:read:engagement_log
POST /contact_center/engagement	a contact_center:write:engagement
GET /contact_center/engagements	a contact_center:read:list_engagements
GET /contact_center/engagements/notes	a contact_center:read:list_notes
GET /contact_center/engagements/{engagementId}	a contact_center:read:engagement
PATCH /contact_center/engagements/{engagementId}	a contact_center:update:engagement
GET /contact_center/engagements/{engagementId}/attachments	a contact_center:read:attachment
GET /contact_center/engagements/{engagementId}/events	a contact_center:read:engagement
GET /contact_center/engagements/{engagementId}/notes	a contact_center:read:list_notes
GET /contact_center/engagements/{engagementId}/notes/{noteId}	a contact_center:read:note
PATCH /contact_center/engagements/{engagementId}/notes/{noteId}	u contact_center:update:note
PUT /contact_center/engagements/{engagementId}/recording/{command}	a contact_center:update:engagement_recording_control
GET /contact_center/engagements/{engagementId}/recordings	a contact_center:read:list_recordings
DELETE /contact_center/engagements/{engagementId}/recordings	a contact_center:delete:recording
GET /contact_center/engagements/{engagementId}/recordings/status	a contact_center:read:engagement_recording_status
GET /contact_center/engagements/{engagementId}/survey	a contact_center:read:engagement
GET /contact_center/flows	a contact_center:read:list_flows
POST /contact_center/flows	a contact_center:write:flow
GET /contact_center/flows/{flowId}	a contact_center:read:flow
PATCH /contact_center/flows/{flowId}	a contact_center:update:flow
DELETE /contact_center/flows/{flowId}	a contact_center:delete:flow
GET /contact_center/flows/{flowId}/entry_points	a contact_center:read:flow
POST /contact_center/flows/{flowId}/entry_points	a contact_center:write:flow
DELETE /contact_center/flows/{flowId}/entry_points	a contact_center:delete:flow
GET /contact_center/flows/{flowId}/export	a contact_center:read:flow
PUT /contact_center/flows/{flowId}/publish	a contact_center:update:flow
GET /contact_center/flows_entry_points	a contact_center:read:flow
GET /contact_center/inboxes	a contact_center:read:list_inboxes
POST /contact_center/inboxes	a contact_center:write:inbox
DELETE /contact_center/inboxes	a contact_center:delete:inbox
GET /contact_center/inboxes/messages	a contact_center:read:inbox_messages
DELETE /contact_center/inboxes/messages	a contact_center:delete:inbox_messages
GET /contact_center/inboxes/{inboxId}	a contact_center:read:inbox
PATCH /contact_center/inboxes/{inboxId}	a contact_center:update:inbox
PATCH /contact_center/inboxes/{inboxId}/email_notification	a contact_center:update:inbox
GET /contact_center/inboxes/{inboxId}/email_notifications	a contact_center:read:inbox
GET /contact_center/inboxes/{inboxId}/messages	a contact_center:read:inbox_messages
DELETE /contact_center/inboxes/{inboxId}/messages	a contact_center:delete:inbox_messages
DELETE /contact_center/inboxes/{inboxId}/messages/{messageId}	a contact_center:delete:inbox_message
GET /contact_center/inboxes/{inboxId}/queues	a contact_center:read:list_inbox_queues
POST /contact_center/inboxes/{inboxId}/queues	a contact_center:write:inbox_queue
DELETE /contact_center/inboxes/{inboxId}/queues	a contact_center:delete:inbox_queue
GET /contact_center/inboxes/{inboxId}/users	a contact_center:read:inbox_user
POST /contact_center/inboxes/{inboxId}/users	a contact_center:write:inbox_user
DELETE /contact_center/inboxes/{inboxId}/users	a contact_center:delete:inbox_user
POST /contact_center/messages	a contact_center:write:messaging
GET /contact_center/messaging/messages	a contact_center:read:messaging
GET /contact_center/outbound_campaign/campaigns	a contact_center:read:outbound_campaign
POST /contact_center/outbound_campaign/campaigns	a contact_center:write:outbound_campaign
GET /contact_center/outbound_campaign/campaigns/{campaignId}	a contact_center:read:outbound_campaign
PATCH /contact_center/outbound_campaign/campaigns/{campaignId}	a contact_center:update:outbound_campaign
DELETE /contact_center/outbound_campaign/campaigns/{campaignId}	a contact_center:delete:outbound_campaign
PATCH /contact_center/outbound_campaign/campaigns/{campaignId}/status	a contact_center:update:outbound_campaign
GET /contact_center/outbound_campaign/contact_lists	a contact_center:read:outbound_campaign_contactlist
POST /contact_center/outbound_campaign/contact_lists	a contact_center:write:outbound_campaign_contactlist
PATCH /contact_center/outbound_campaign/contact_lists	a contact_center:update:outbound_campaign_contactlist
GET /contact_center/outbound_campaign/contact_lists/{contactListId}	a contact_center:read:outbound_campaign_contactlist
PATCH /contact_center/outbound_campaign/contact_lists/{contactListId}	a contact_center:update:outbound_campaign_contactlist
DELETE /contact_center/outbound_campaign/contact_lists/{contactListId}	a contact_center:delete:outbound_campaign_contactlist
GET /contact_center/outbound_campaign/contact_lists/{contactListId}/contacts	a contact_center:read:outbound_campaign_contacts
POST /contact_center/outbound_campaign/contact_lists/{contactListId}/contacts	a contact_center:write:outbound_campaign_contacts
PATCH /contact_center/outbound_campaign/contact_lists/{contactListId}/contacts	a contact_center:update:outbound_campaign_contacts
GET /contact_center/outbound_campaign/contact_lists/{contactListId}/contacts/{contactId}	a contact_center:read:outbound_campaign_contacts
PATCH /contact_center/outbound_campaign/contact_lists/{contactListId}/contacts/{contactId}	a contact_center:update:outbound_campaign_contacts
DELETE /contact_center/outbound_campaign/contact_lists/{contactListId}/contacts/{contactId}	a contact_center:delete:outbound_campaign_contacts
GET /contact_center/outbound_campaign/dnc_lists/{dncListId}/phones	a contact_center:read:outbound_campaign_dnc_list_phones
POST /contact_center/outbound_campaign/dnc_lists/{dncListId}/phones	a contact_center:write:outbound_campaign_dnc_list_phones
DELETE /contact_center/outbound_campaign/dnc_lists/{dncListId}/phones	a contact_center:delete:outbound_campaign_dnc_list_phones
GET /contact_center/queue_templates	a contact_center:read:queue
GET /contact_center/queue_templates/{queueTemplateId}	a contact_center:read:queue
GET /contact_center/queues	a contact_center:read:list_queues
POST /contact_center/queues	a contact_center:write:queue
POST /contact_center/queues/batch	a contact_center:write:queue
DELETE /contact_center/queues/batch	a contact_center:delete:queue
GET /contact_center/queues/{queueId}	a contact_center:read:queue
PATCH /contact_center/queues/{queueId}	a contact_center:update:queue
DELETE /contact_center/queues/{queueId}	a contact_center:delete:queue
GET /contact_center/queues/{queueId}/agents	a contact_center:read:list_queue_agents
POST /contact_center/queues/{queueId}/agents	a contact_center:write:queue_agent
PATCH /contact_center/queues/{queueId}/agents/{userId}	a contact_center:update:queue_agent
DELETE /contact_center/queues/{queueId}/agents/{userId}	a contact_center:delete:queue_agent
GET /contact_center/queues/{queueId}/dispositions	a contact_center:read:list_dispositions
POST /contact_center/queues/{queueId}/dispositions	a contact_center:write:queue disposition
GET /contact_center/queues/{queueId}/dispositions/sets	a contact_center:read:list_disposition_sets
POST /contact_center/queues/{queueId}/dispositions/sets	a contact_center:write:queue_disposition_set
DELETE /contact_center/queues/{queueId}/dispositions/sets/{dispositionSetId}	a contact_center:delete:queue_disposition_set
DELETE /contact_center/queues/{queueId}/dispositions/{dispositionId}	a contact_center:delete:queue_disposition
PATCH /contact_center/queues/{queueId}/interrupt	a contact_center:update:queue
POST /contact_center/queues/{queueId}/interrupt_menu	a contact_center:update:queue
DELETE /contact_center/queues/{queueId}/interrupt_menu	a contact_center:delete:queue
GET /contact_center/queues/{queueId}/operating_hours	a contact_center:read:queue_operating_hours
PATCH /contact_center/queues/{queueId}/operating_hours	a contact_center:patch:queue_operating_hours
GET /contact_center/queues/{queueId}/recordings	ua contact_center:read:list_recordings
DELETE /contact_center/queues/{queueId}/recordings	a contact_center:delete:recording
DELETE /contact_center/queues/{queueId}/scheduled_callbacks/attendees/{attendeeId}	a contact_center:delete:queue
POST /contact_center/queues/{queueId}/scheduled_callbacks/events	a contact_center:write:queue
GET /contact_center/queues/{queueId}/scheduled_callbacks/supportive_slots	a contact_center:read:queue
GET /contact_center/queues/{queueId}/supervisors	a contact_center:delete:queue_supervisor
POST /contact_center/queues/{queueId}/supervisors	a contact_center:delete:queue_supervisor
DELETE /contact_center/queues/{queueId}/supervisors/{userId}	a contact_center:delete:queue_supervisor
POST /contact_center/queues/{queueId}/teams	a contact_center:write:queue_team
DELETE /contact_center/queues/{queueId}/teams	a contact_center:delete:queue_team
DELETE /contact_center/queues/{queueId}/teams/{teamId}	a contact_center:delete:queue_team
GET /contact_center/recordings	a contact_center:read:list_recordings
DELETE /contact_center/recordings/{recordingId}	a contact_center:delete:recording
GET /contact_center/regions	a contact_center:read:list_regions
POST /contact_center/regions	a contact_center:write:region
GET /contact_center/regions/{regionId}	a contact_center:read:region
PATCH /contact_center/regions/{regionId}	a contact_center:udpate:region
DELETE /contact_center/regions/{regionId}	a contact_center:delete:region
GET /contact_center/regions/{regionId}/users	a contact_center:read:list_region_users
POST /contact_center/regions/{regionId}/users	a contact_center:write:region_user
GET /contact_center/reports/operation_logs	a contact_center:read:operation_logs
GET /contact_center/roles	a contact_center:read:list_roles
POST /contact_center/roles	a contact_center:write:role
POST /contact_center/roles/duplicate	a contact_center:write:role
GET /contact_center/roles/{roleId}	a contact_center:read:role
PATCH /contact_center/roles/{roleId}	a contact_center:update:role
DELETE /contact_center/roles/{roleId}	a contact_center:delete:role
DELETE /contact_center/roles/{roleId}/privileges	a contact_center:delete:role
GET /contact_center/roles/{roleId}/users	a contact_center:read:list_role_users
POST /contact_center/roles/{roleId}/users	a contact_center:write:role_user
DELETE /contact_center/roles/{roleId}/users/{userId}	a contact_center:delete:role_user
GET /contact_center/skills	a contact_center:read:list_skills
POST /contact_center/skills	a contact_center:write:skill
GET /contact_center/skills/categories	a contact_center:read:list_skill_categories
POST /contact_center/skills/categories	a contact_center:write:skill_category
GET /contact_center/skills/categories/{skillCategoryId}	a contact_center:read:skill_category
PATCH /contact_center/skills/categories/{skillCategoryId}	a contact_center:update:skill_category
DELETE /contact_center/skills/categories/{skillCategoryId}	a contact_center:delete:skill_category
GET /contact_center/skills/{skillId}	a contact_center:read:skill
PATCH /contact_center/skills/{skillId}	a contact_center:update:skill
DELETE /contact_center/skills/{skillId}	a contact_center:delete:skill
GET /contact_center/skills/{skillId}/users	a contact_center:read:list_skill_users
GET /contact_center/sms	a contact_center:read:sms_log
POST /contact_center/sms	a contact_center:write:sms
GET /contact_center/system_statuses	a contact_center:read:list_system_statues
POST /contact_center/system_statuses	a contact_center:write:system_status
GET /contact_center/system_statuses/{statusId}	a contact_center:read:system_status
PATCH /contact_center/system_statuses/{statusId}	a contact_center:update:system_status
DELETE /contact_center/system_statuses/{statusId}	a contact_center:delete:system_status
GET /contact_center/teams	a contact_center:read:team
POST /contact_center/teams	a contact_center:write:team
GET /contact_center/teams/{teamId}	a contact_center:read:team
PATCH /contact_center/teams/{teamId}	a contact_center:update:team
DELETE /contact_center/teams/{teamId}	a contact_center:delete:team
GET /contact_center/teams/{teamId}/agents	a contact_center:read:team
POST /contact_center/teams/{teamId}/agents	a contact_center:write:team
DELETE /contact_center/teams/{teamId}/agents	a contact_center:delete:team
GET /contact_center/teams/{teamId}/children	a contact_center:read:team
PATCH /contact_center/teams/{teamId}/move	a contact_center:update:team
GET /contact_center/teams/{teamId}/parents	a contact_center:read:team
GET /contact_center/teams/{teamId}/supervisors	a contact_center:read:team
POST /contact_center/teams/{teamId}/supervisors	a contact_center:write:team
DELETE /contact_center/teams/{teamId}/supervisors	a contact_center:delete:team
GET /contact_center/users	a contact_center:read:list_users
POST /contact_center/users	a contact_center:write:user
PATCH /contact_center/users	a contact_center:update:batch_users
DELETE /contact_center/users	a contact_center:delete:batch_users
POST /contact_center/users/batch	a contact_center:write:batch_users
PATCH /contact_center/users/status	a contact_center:write:batch_users
GET /contact_center/users/templates	a contact_center:read:user_templates
POST /contact_center/users/templates	a contact_center:write:user_templates
GET /contact_center/users/templates/{templateId}	a contact_center:read:user_templates
PATCH /contact_center/users/templates/{templateId}	a contact_center:update:user_templates
DELETE /contact_center/users/templates/{templateId}	a contact_center:delete:user_templates
GET /contact_center/users/{userId}	a contact_center:read:user
PATCH /contact_center/users/{userId}	a contact_center:update:user
DELETE /contact_center/users/{userId}	a contact_center:delete:user
POST /contact_center/users/{userId}/commands	a contact_center:write:user_control
GET /contact_center/users/{userId}/devices	a contact_center:read:user_device
PATCH /contact_center/users/{userId}/opt_in_out_queues	a contact_center:update:queue_agent
GET /contact_center/users/{userId}/queues	a contact_center:read:list_user_queues
GET /contact_center/users/{userId}/recordings	ua contact_center:read:list_recordings
DELETE /contact_center/users/{userId}/recordings	a contact_center:delete:recording
GET /contact_center/users/{userId}/skills	a contact_center:read:list_user_skills
POST /contact_center/users/{userId}/skills	a contact_center:write:user_skill
DELETE /contact_center/users/{userId}/skills/{skillId}	a contact_center:delete:user_skill
PATCH /contact_center/users/{userId}/status	a contact_center:update:user
GET /contact_center/variable_logs	a contact_center:read:list_variable_logs
GET /contact_center/variable_logs/{variableLogId}	a contact_center:read:variable_log
DELETE /contact_center/variable_logs/{variableLogId}	a contact_center:delete:variable_log
GET /contact_center/variables	a contact_center:read:list_variables
POST /contact_center/variables	a contact_center:write:variable
GET /contact_center/variables/groups	a contact_center:read:list_variable_groups
POST /contact_center/variables/groups	a contact_center:write:variable_group
GET /contact_center/variables/groups/{variableGroupId}	a contact_center:read:variable_group
PATCH /contact_center/variables/groups/{variableGroupId}	a contact_center:update:variable_group
DELETE /contact_center/variables/groups/{variableGroupId}	a contact_center:delete:variable_group
GET /contact_center/variables/{variableId}	a contact_center:read:variable
PATCH /contact_center/variables/{variableId}	a contact_center:update:variable
DELETE /contact_center/variables/{variableId}	a contact_center:delete:variable
GET /contact_center/voice_calls	a contact_center:read:voice_call_log
GET /contact_center/work_item/messages	a contact_center:read:engagement_log
= Events
GET /zoom_events/events	ua zoom_events:read:list_events
POST /zoom_events/events	ua zoom_events:write:event
GET /zoom_events/events/{eventId}	ua zoom_events:read:event
PATCH /zoom_events/events/{eventId}	ua zoom_events:update:event
DELETE /zoom_events/events/{eventId}	ua zoom_events:delete:event
GET /zoom_events/events/{eventId}/access_links	ua zoom_events:read:list_access_links
POST /zoom_events/events/{eventId}/access_links	ua zoom_events:write:access_links
GET /zoom_events/events/{eventId}/access_links/{accessLinkId}	ua zoom_events:read:access_links
PATCH /zoom_events/events/{eventId}/access_links/{accessLinkId}	ua zoom_events:update:access_links
DELETE /zoom_events/events/{eventId}/access_links/{accessLinkId}	ua zoom_events:delete:access_links
GET /zoom_events/events/{eventId}/attendee_action	ua zoom_events:read:list_attendee_actions
PATCH /zoom_events/events/{eventId}/attendee_action	ua zoom_events:update:batch_attendee_actions
GET /zoom_events/events/{eventId}/coeditors	ua zoom_events:read:list_coeditors
PATCH /zoom_events/events/{eventId}/coeditors	ua zoom_events:write:coeditor
GET /zoom_events/events/{eventId}/email_types	ua zoom_events:read:list_email_types
GET /zoom_events/events/{eventId}/email_types/{emailTypeId}/send_status	ua zoom_events:read:list_emails_status
POST /zoom_events/events/{eventId}/event_actions	ua zoom_events:write:event
GET /zoom_events/events/{eventId}/exhibitors	ua zoom_events:read:list_exhibitors
POST /zoom_events/events/{eventId}/exhibitors	ua zoom_events:write:exhibitor
GET /zoom_events/events/{eventId}/exhibitors/{exhibitorId}	ua zoom_events:read:exhibitor
PATCH /zoom_events/events/{eventId}/exhibitors/{exhibitorId}	ua zoom_events:update:exhibitor
DELETE /zoom_events/events/{eventId}/exhibitors/{exhibitorId}	ua zoom_events:delete:exhibitor
GET /zoom_events/events/{eventId}/questions	ua zoom_events:read:list_registration_questions
PUT /zoom_events/events/{eventId}/questions	ua zoom_events:update:registraion_question
GET /zoom_events/events/{eventId}/registrants	ua zoom_events:read:list_registrants
GET /zoom_events/events/{eventId}/reports/chat_transcripts	ua zoom_events:read:chat_transcripts
GET /zoom_events/events/{eventId}/reports/custom_reports/{customReportId}	ua zoom_events:read:custom_report
GET /zoom_events/events/{eventId}/reports/event_attendance	ua zoom_events:read:event_attendance
GET /zoom_events/events/{eventId}/reports/sessions/{sessionId}/attendance	ua zoom_events:read:session_attendance
GET /zoom_events/events/{eventId}/reports/survey	ua zoom_events:read:list_session_surveys
GET /zoom_events/events/{eventId}/reports/ticket_registration	ua zoom_events:read:event_registration
GET /zoom_events/events/{eventId}/sessions	ua zoom_events:read:list_sessions
POST /zoom_events/events/{eventId}/sessions	ua zoom_events:write:session
GET /zoom_events/events/{eventId}/sessions/{sessionId}	ua zoom_events:read:session
PATCH /zoom_events/events/{eventId}/sessions/{sessionId}	ua zoom_events:update:session
DELETE /zoom_events/events/{eventId}/sessions/{sessionId}	ua zoom_events:delete:session
GET /zoom_events/events/{eventId}/sessions/{sessionId}/attendee_action	ua zoom_events:read:list_session_attendee_actions
PATCH /zoom_events/events/{eventId}/sessions/{sessionId}/attendee_action	ua zoom_events:update:batch_session_attendee_actions
GET /zoom_events/events/{eventId}/sessions/{sessionId}/attendees	ua zoom_events:read:list_session_attendees
GET /zoom_events/events/{eventId}/sessions/{sessionId}/interpreters	ua zoom_events:read:list_session_interpreters
PUT /zoom_events/events/{eventId}/sessions/{sessionId}/interpreters	ua zoom_events:update:session_interpreter
GET /zoom_events/events/{eventId}/sessions/{sessionId}/join_token	ua zoom_events:read:session_token
GET /zoom_events/events/{eventId}/sessions/{sessionId}/livestream	ua zoom_events:read:session_livestream_config
PATCH /zoom_events/events/{eventId}/sessions/{sessionId}/livestream	ua zoom_events:update:session_livestream_config
GET /zoom_events/events/{eventId}/sessions/{sessionId}/polls	ua zoom_events:read:list_session_polls
PUT /zoom_events/events/{eventId}/sessions/{sessionId}/polls	ua zoom_events:update:session_poll
GET /zoom_events/events/{eventId}/sessions/{sessionId}/reservations	ua zoom_events:read:list_session_reservations
POST /zoom_events/events/{eventId}/sessions/{sessionId}/reservations	ua zoom_events:write:session_reservations
DELETE /zoom_events/events/{eventId}/sessions/{sessionId}/reservations	ua zoom_events:delete:session_reservations
GET /zoom_events/events/{eventId}/speakers	ua zoom_events:read:list_speakers
POST /zoom_events/events/{eventId}/speakers	ua zoom_events:write:speaker
GET /zoom_events/events/{eventId}/speakers/{speakerId}	ua zoom_events:read:speaker
PATCH /zoom_events/events/{eventId}/speakers/{speakerId}	ua zoom_events:update:speaker
DELETE /zoom_events/events/{eventId}/speakers/{speakerId}	ua zoom_events:delete:speaker
GET /zoom_events/events/{eventId}/sponsor_tiers	ua zoom_events:read:list_sponsor_tiers
GET /zoom_events/events/{eventId}/ticket_types	ua zoom_events:read:list_ticket_types
POST /zoom_events/events/{eventId}/ticket_types	ua zoom_events:write:ticket_type
PATCH /zoom_events/events/{eventId}/ticket_types/{ticketTypeId}	ua zoom_events:update:ticket_type
DELETE /zoom_events/events/{eventId}/ticket_types/{ticketTypeId}	ua zoom_events:delete:ticket_type
GET /zoom_events/events/{eventId}/ticket_types/{ticketTypeId}/questions	ua zoom_events:read:list_registration_questions
PUT /zoom_events/events/{eventId}/ticket_types/{ticketTypeId}/questions	ua zoom_events:update:registraion_question
GET /zoom_events/events/{eventId}/tickets	ua zoom_events:read:list_tickets
POST /zoom_events/events/{eventId}/tickets	ua zoom_events:write:ticket
GET /zoom_events/events/{eventId}/tickets/{ticketId}	ua zoom_events:read:ticket
PATCH /zoom_events/events/{eventId}/tickets/{ticketId}	ua zoom_events:write:ticket
DELETE /zoom_events/events/{eventId}/tickets/{ticketId}	ua zoom_events:delete:ticket
POST /zoom_events/files	ua zoom_events:write:file_upload
POST /zoom_events/files/multipart	ua zoom_events:write:file_upload
POST /zoom_events/files/multipart/upload	ua zoom_events:write:file_upload
GET /zoom_events/hubs	ua zoom_events:read:list_hubs
GET /zoom_events/hubs/{hubId}/hosts	ua zoom_events:read:list_hub_hosts
POST /zoom_events/hubs/{hubId}/hosts	ua zoom_events:write:hub_host
DELETE /zoom_events/hubs/{hubId}/hosts/{hostUserId}	ua zoom_events:delete:hub_host
GET /zoom_events/hubs/{hubId}/videos	ua zoom_events:read:list_hub_videos
GET /zoom_events/hubs/{hubId}/vod_channels	ua zoom_events:read:list_all_vod_channels
POST /zoom_events/hubs/{hubId}/vod_channels	ua zoom_events:write:vod_channel
GET /zoom_events/hubs/{hubId}/vod_channels/{channelId}	ua zoom_events:read:vod_channel
PATCH /zoom_events/hubs/{hubId}/vod_channels/{channelId}	ua zoom_events:update:vod_channel
DELETE /zoom_events/hubs/{hubId}/vod_channels/{channelId}	ua zoom_events:delete:vod_channel
POST /zoom_events/hubs/{hubId}/vod_channels/{channelId}/actions	ua zoom_events:update:vod_channel
GET /zoom_events/hubs/{hubId}/vod_channels/{channelId}/registration_questions	ua zoom_events:read:vod_registration_questions
PUT /zoom_events/hubs/{hubId}/vod_channels/{channelId}/registration_questions	ua zoom_events:update:vod_registration_questions
GET /zoom_events/hubs/{hubId}/vod_channels/{channelId}/registrations	ua zoom_events:read:vod_registrations
POST /zoom_events/hubs/{hubId}/vod_channels/{channelId}/registrations	ua zoom_events:write:vod_registration
GET /zoom_events/hubs/{hubId}/vod_channels/{channelId}/reports/registrations	ua zoom_events:read:vod_registrations
GET /zoom_events/hubs/{hubId}/vod_channels/{channelId}/videos	ua zoom_events:read:list_vod_channel_videos
POST /zoom_events/hubs/{hubId}/vod_channels/{channelId}/videos	ua zoom_events:write:vod_channel_videos
DELETE /zoom_events/hubs/{hubId}/vod_channels/{channelId}/videos/{videoId}	ua zoom_events:delete:vod_channel_videos
GET /zoom_events/videos/{videoId}/metadata	ua zoom_events:read:video_metadata
PATCH /zoom_events/videos/{videoId}/metadata	ua zoom_events:update:video_metadata
= Healthcare
GET /clinical_notes/notes	am healthcare:read:list_clinical_notes
GET /clinical_notes/notes/{noteId}	am healthcare:read:clinical_notes
PATCH /clinical_notes/notes/{noteId}	am healthcare:update:clinical_notes
= Mail
GET /emails/mailboxes/{email}/drafts	ua email:read:list_drafts
POST /emails/mailboxes/{email}/drafts	ua email:write:draft
POST /emails/mailboxes/{email}/drafts/send	ua email:write:send_draft
GET /emails/mailboxes/{email}/drafts/{draftId}	ua email:read:draft
PUT /emails/mailboxes/{email}/drafts/{draftId}	ua email:update:draft
DELETE /emails/mailboxes/{email}/drafts/{draftId}	ua email:delete:draft
GET /emails/mailboxes/{email}/history	ua email:read:history
GET /emails/mailboxes/{email}/labels	ua email:read:list_labels
POST /emails/mailboxes/{email}/labels	ua email:write:label
GET /emails/mailboxes/{email}/labels/{labelId}	ua email:read:label
PUT /emails/mailboxes/{email}/labels/{labelId}	ua email:update:label
PATCH /emails/mailboxes/{email}/labels/{labelId}	ua email:update:label
DELETE /emails/mailboxes/{email}/labels/{labelId}	ua email:delete:label
GET /emails/mailboxes/{email}/messages	ua email:read:list_msgs
POST /emails/mailboxes/{email}/messages	ua email:write:msg
POST /emails/mailboxes/{email}/messages/batchDelete	ua email:write:batch_delete_msgs
POST /emails/mailboxes/{email}/messages/batchModify	ua email:write:batch_modify_msgs
POST /emails/mailboxes/{email}/messages/send	ua email:write:send_msg
GET /emails/mailboxes/{email}/messages/{messageId}	ua email:read:msg
DELETE /emails/mailboxes/{email}/messages/{messageId}	ua email:delete:msg
GET /emails/mailboxes/{email}/messages/{messageId}/attachments/{attachmentId}	ua email:read:attachment
POST /emails/mailboxes/{email}/messages/{messageId}/modify	ua email:write:modify_msg
POST /emails/mailboxes/{email}/messages/{messageId}/trash	ua email:write:trash_msg
POST /emails/mailboxes/{email}/messages/{messageId}/untrash	ua email:write:untrash_msg
GET /emails/mailboxes/{email}/profile	ua email:read:profile
GET /emails/mailboxes/{email}/settings/delegates	ua email:read:list_setting_delegates
POST /emails/mailboxes/{email}/settings/delegates	ua email:write:setting_delegate
GET /emails/mailboxes/{email}/settings/delegates/{delegateEmail}	ua email:read:setting_delegate
DELETE /emails/mailboxes/{email}/settings/delegates/{delegateEmail}	ua email:delete:setting_delegate
GET /emails/mailboxes/{email}/settings/filters	ua email:read:list_setting_filters
POST /emails/mailboxes/{email}/settings/filters	ua email:write:setting_filter
GET /emails/mailboxes/{email}/settings/filters/{filterId}	ua email:read:setting_filter
DELETE /emails/mailboxes/{email}/settings/filters/{filterId}	ua email:delete:setting_filter
GET /emails/mailboxes/{email}/settings/vacation	ua email:read:setting_vacation
PUT /emails/mailboxes/{email}/settings/vacation	ua email:update:setting_vacation
GET /emails/mailboxes/{email}/threads	ua email:read:list_threads
GET /emails/mailboxes/{email}/threads/{threadId}	ua email:read:thread
DELETE /emails/mailboxes/{email}/threads/{threadId}	ua email:delete:thread
POST /emails/mailboxes/{email}/threads/{threadId}/modify	ua email:write:thread
POST /emails/mailboxes/{email}/threads/{threadId}/trash	ua email:write:trash_thread
POST /emails/mailboxes/{email}/threads/{threadId}/untrash	ua email:write:untrash_thread
= Marketplace
POST /accounts/{accountId}/marketplace/apps	m marketplace:write:app
POST /app/notifications	u marketplace:write:notifications
GET /marketplace/app/custom_fields	ua marketplace:read:custom_fields
GET /marketplace/apps	a marketplace:read:list_apps
POST /marketplace/apps	ua marketplace:write:app
POST /marketplace/apps/manifest/validate	ua marketplace:read:app
GET /marketplace/apps/{appId}	ua marketplace:read:app
DELETE /marketplace/apps/{appId}	ua marketplace:write:app
GET /marketplace/apps/{appId}/api_call_logs	a marketplace:read:list_api_logs
POST /marketplace/apps/{appId}/deeplink	a marketplace:write:app_deeplink
GET /marketplace/apps/{appId}/manifest	ua marketplace:read:app
PUT /marketplace/apps/{appId}/manifest	ua marketplace:write:app
POST /marketplace/apps/{appId}/preApprove	a marketplace:write:app_pre_approve
GET /marketplace/apps/{appId}/requests	a marketplace:read:app_request
POST /marketplace/apps/{appId}/requests	a marketplace:write:app_request
PATCH /marketplace/apps/{appId}/requests	a marketplace:update:app_request
POST /marketplace/apps/{appId}/rotate_client_secret	p marketplace:update:client_secret
GET /marketplace/monetization/entitlements	ua marketplace:read:list_user_entitlements
GET /marketplace/users/{userId}/apps	ua marketplace:read:list_user_app_requests
PATCH /marketplace/users/{userId}/apps/{appId}/subscription	a marketplace:write:app
GET /marketplace/users/{userId}/entitlements	ua marketplace:read:list_user_entitlements
= Meetings
GET /accounts/{accountId}/archive_files	m archiving:read:list_archived_files
PATCH /accounts/{accountId}/live_meetings/{meetingId}/events	m meeting:update:in_meeting_controls
GET /accounts/{accountId}/meetings/meeting_summaries	m meeting:read:list_summaries
GET /accounts/{accountId}/meetings/{meetingId}	m meeting:read:meeting
PATCH /accounts/{accountId}/meetings/{meetingId}	m meeting:update:meeting
DELETE /accounts/{accountId}/meetings/{meetingId}	m meeting:delete:meeting
POST /accounts/{accountId}/meetings/{meetingId}/batch_polls	m meeting:write:batch_polls
POST /accounts/{accountId}/meetings/{meetingId}/batch_registrants	m meeting:write:batch_registrants
GET /accounts/{accountId}/meetings/{meetingId}/invitation	m meeting:read:invitation
POST /accounts/{accountId}/meetings/{meetingId}/invite_links	m meeting:write:invite_links
GET /accounts/{accountId}/meetings/{meetingId}/livestream	m meeting:read:livestream
PATCH /accounts/{accountId}/meetings/{meetingId}/livestream	m meeting:update:livestream
PATCH /accounts/{accountId}/meetings/{meetingId}/livestream/status	m meeting:update:livestream_status
GET /accounts/{accountId}/meetings/{meetingId}/meeting_summary	m meeting:read:summary
DELETE /accounts/{accountId}/meetings/{meetingId}/meeting_summary	m meeting:delete:summary
GET /accounts/{accountId}/meetings/{meetingId}/polls	m meeting:read:list_polls
POST /accounts/{accountId}/meetings/{meetingId}/polls	m meeting:write:poll
GET /accounts/{accountId}/meetings/{meetingId}/polls/{pollId}	m meeting:read:poll
PUT /accounts/{accountId}/meetings/{meetingId}/polls/{pollId}	m meeting:update:poll
DELETE /accounts/{accountId}/meetings/{meetingId}/polls/{pollId}	m meeting:delete:poll
GET /accounts/{accountId}/meetings/{meetingId}/recordings	m cloud_recording:read:list_recording_files
DELETE /accounts/{accountId}/meetings/{meetingId}/recordings	m cloud_recording:delete:meeting_recording
GET /accounts/{accountId}/meetings/{meetingId}/recordings/analytics_details	m cloud_recording:read:recording_analytics_details
GET /accounts/{accountId}/meetings/{meetingId}/recordings/analytics_summary	m cloud_recording:read:recording_analytics_summary
GET /accounts/{accountId}/meetings/{meetingId}/recordings/registrants	m cloud_recording:read:list_recording_registrants
POST /accounts/{accountId}/meetings/{meetingId}/recordings/registrants	m cloud_recording:write:recording_registrant
GET /accounts/{accountId}/meetings/{meetingId}/recordings/registrants/questions	m cloud_recording:read:registration_questions
PATCH /accounts/{accountId}/meetings/{meetingId}/recordings/registrants/questions	m cloud_recording:update:registration_questions
PUT /accounts/{accountId}/meetings/{meetingId}/recordings/registrants/status	m cloud_recording:update:registrant_status
GET /accounts/{accountId}/meetings/{meetingId}/recordings/settings	m cloud_recording:read:recording_settings
PATCH /accounts/{accountId}/meetings/{meetingId}/recordings/settings	m cloud_recording:update:recording_settings
DELETE /accounts/{accountId}/meetings/{meetingId}/recordings/{recordingId}	m cloud_recording:delete:recording_file
PUT /accounts/{accountId}/meetings/{meetingId}/recordings/{recordingId}/status	m cloud_recording:update:recover_single_recording
GET /accounts/{accountId}/meetings/{meetingId}/registrants	m meeting:read:list_registrants
POST /accounts/{accountId}/meetings/{meetingId}/registrants	m meeting:write:registrant
PATCH /accounts/{accountId}/meetings/{meetingId}/registrants/questions	m meeting:update:registration_question
PUT /accounts/{accountId}/meetings/{meetingId}/registrants/status	m meeting:update:registrant_status
GET /accounts/{accountId}/meetings/{meetingId}/registrants/{registrantId}	m meeting:read:registrant
DELETE /accounts/{accountId}/meetings/{meetingId}/registrants/{registrantId}	m meeting:delete:registrant
PUT /accounts/{accountId}/meetings/{meetingId}/status	m meeting:update:status
GET /accounts/{accountId}/meetings/{meetingId}/survey	m meeting:read:survey
PATCH /accounts/{accountId}/meetings/{meetingId}/survey	m meeting:update:survey
DELETE /accounts/{accountId}/meetings/{meetingId}/survey	m meeting:delete:survey
GET /accounts/{accountId}/meetings/{meetingId}/token	m meeting:read:token
PUT /accounts/{accountId}/meetings/{meetingUUID}/recordings/status	m cloud_recording:update:recover_meeting_recordings
GET /accounts/{accountId}/past_meetings/{meetingId}/instances	m meeting:read:list_past_instances
GET /accounts/{accountId}/past_webinars/{webinarId}/absentees	m webinar:read:list_absentees
GET /accounts/{accountId}/past_webinars/{webinarId}/instances	m webinar:read:list_past_instances
GET /accounts/{accountId}/recordings	am cloud_recording:read:list_account_recordings
GET /accounts/{accountId}/report/activities	m report:read:user_activities
GET /accounts/{accountId}/report/billing	m report:read:billing
GET /accounts/{accountId}/report/billing/invoices	m report:read:billing_invoice
GET /accounts/{accountId}/report/history_meetings	m report:read:list_history_meetings
GET /accounts/{accountId}/report/meeting_activities	m report:read:meeting_activity_log
GET /accounts/{accountId}/report/meetings/{meetingId}	m report:read:meeting
GET /accounts/{accountId}/report/meetings/{meetingId}/participants	m report:read:list_meeting_participants
GET /accounts/{accountId}/report/meetings/{meetingId}/polls	m report:read:list_meeting_polls
GET /accounts/{accountId}/report/meetings/{meetingId}/qa	m report:read:meeting_qna
GET /accounts/{accountId}/report/meetings/{meetingId}/survey	m report:read:meeting_survey
GET /accounts/{accountId}/report/operationlogs	m report:read:operation_logs
GET /accounts/{accountId}/report/remote_support	m report:read:remote_support
GET /accounts/{accountId}/report/telephone	m report:read:telephone
GET /accounts/{accountId}/report/upcoming_events	m report:read:upcoming_meetings_webinars
GET /accounts/{accountId}/report/users	m report:read:list_users
GET /accounts/{accountId}/report/users/{userId}/meetings	m report:read:user
GET /accounts/{accountId}/report/webinars/{webinarId}	m report:read:webinar
GET /accounts/{accountId}/report/webinars/{webinarId}/participants	m report:read:list_webinar_participants
GET /accounts/{accountId}/report/webinars/{webinarId}/polls	m report:read:list_webinar_polls
GET /accounts/{accountId}/report/webinars/{webinarId}/qa	m report:read:webinar_qna
GET /accounts/{accountId}/report/webinars/{webinarId}/survey	m report:read:webinar_survey
GET /accounts/{accountId}/sip_phones/phones	m sip_phone:read:list_sip_phones
POST /accounts/{accountId}/sip_phones/phones	m sip_phone:write:sip_phone
PATCH /accounts/{accountId}/sip_phones/phones/{phoneId}	m sip_phone:update:sip_phone
DELETE /accounts/{accountId}/sip_phones/phones/{phoneId}	m sip_phone:delete:sip_phone
GET /accounts/{accountId}/sip_trunk/callout_countries	am sip_connected_audio:read:callout_countries
POST /accounts/{accountId}/sip_trunk/callout_countries	am sip_connected_audio:write:callout_countries
DELETE /accounts/{accountId}/sip_trunk/callout_countries/{countryId}	am sip_connected_audio:delete:callout_countries
GET /accounts/{accountId}/sip_trunk/internal_numbers	am sip_connected_audio:read:internal_numbers
POST /accounts/{accountId}/sip_trunk/internal_numbers	am sip_connected_audio:write:internal_numbers
PATCH /accounts/{accountId}/sip_trunk/internal_numbers/{numberId}	am sip_connected_audio:update:internal_numbers
DELETE /accounts/{accountId}/sip_trunk/internal_numbers/{numberId}	am sip_connected_audio:delete:internal_numbers
POST /accounts/{accountId}/sip_trunk/numbers	m sip_connected_audio:write:numbers
DELETE /accounts/{accountId}/sip_trunk/numbers	m sip_connected_audio:delete:numbers
GET /accounts/{accountId}/sip_trunk/settings	am sip_connected_audio:read:settings
PATCH /accounts/{accountId}/sip_trunk/settings	am sip_connected_audio:update:settings
GET /accounts/{accountId}/sip_trunk/trunks	am sip_connected_audio:read:trunks
POST /accounts/{accountId}/sip_trunk/trunks	m sip_connected_audio:write:trunks
DELETE /accounts/{accountId}/sip_trunk/trunks/{trunkId}	m sip_connected_audio:delete:trunks
GET /accounts/{accountId}/tracking_fields	m tracking_field:read:list_tracking_fields
POST /accounts/{accountId}/tracking_fields	m tracking_field:write:tracking_field
GET /accounts/{accountId}/tracking_fields/{fieldId}	m tracking_field:read:tracking_field
PATCH /accounts/{accountId}/tracking_fields/{fieldId}	m tracking_field:update:tracking_field
DELETE /accounts/{accountId}/tracking_fields/{fieldId}	m tracking_field:delete:tracking_field
GET /accounts/{accountId}/tsp	m tsp:read:tsp
PATCH /accounts/{accountId}/tsp	m tsp:update:tsp
GET /accounts/{accountId}/users/{userId}/meeting_templates	m meeting:read:list_templates
POST /accounts/{accountId}/users/{userId}/meeting_templates	m meeting:write:template
GET /accounts/{accountId}/users/{userId}/meetings	m meeting:read:list_meetings
POST /accounts/{accountId}/users/{userId}/meetings	m meeting:write:meeting
GET /accounts/{accountId}/users/{userId}/pac	m pac:read:list_pac_accounts
GET /accounts/{accountId}/users/{userId}/recordings	m cloud_recording:read:list_user_recordings
GET /accounts/{accountId}/users/{userId}/tsp	m tsp:read:list_tsp_accounts
POST /accounts/{accountId}/users/{userId}/tsp	m tsp:write:tsp_account
PATCH /accounts/{accountId}/users/{userId}/tsp/settings	m tsp:update:tsp_settings
GET /accounts/{accountId}/users/{userId}/tsp/{tspId}	m tsp:read:tsp_account
PATCH /accounts/{accountId}/users/{userId}/tsp/{tspId}	m tsp:update:tsp_account
DELETE /accounts/{accountId}/users/{userId}/tsp/{tspId}	m tsp:delete:tsp_account
GET /accounts/{accountId}/users/{userId}/webinar_templates	m webinar:read:list_templates
POST /accounts/{accountId}/users/{userId}/webinar_templates	m webinar:write:template
GET /accounts/{accountId}/users/{userId}/webinars	m webinar:read:list_webinars
POST /accounts/{accountId}/users/{userId}/webinars	m webinar:write:webinar
GET /accounts/{accountId}/webinars/{webinarId}	m webinar:read:webinar
PATCH /accounts/{accountId}/webinars/{webinarId}	m webinar:update:webinar
DELETE /accounts/{accountId}/webinars/{webinarId}	m webinar:delete:webinar
POST /accounts/{accountId}/webinars/{webinarId}/batch_registrants	m webinar:write:batch_registrants
GET /accounts/{accountId}/webinars/{webinarId}/branding	m webinar:read:branding
POST /accounts/{accountId}/webinars/{webinarId}/branding/name_tags	m webinar:write:branding_name_tag
DELETE /accounts/{accountId}/webinars/{webinarId}/branding/name_tags	m webinar:delete:branding_name_tag
PATCH /accounts/{accountId}/webinars/{webinarId}/branding/name_tags/{nameTagId}	m webinar:update:branding_name_tag
POST /accounts/{accountId}/webinars/{webinarId}/branding/virtual_backgrounds	m webinar:write:branding_virtual_background
PATCH /accounts/{accountId}/webinars/{webinarId}/branding/virtual_backgrounds	m webinar:update:branding_virtual_background
DELETE /accounts/{accountId}/webinars/{webinarId}/branding/virtual_backgrounds	m webinar:delete:branding_virtual_background
POST /accounts/{accountId}/webinars/{webinarId}/branding/wallpaper	m webinar:write:branding_wallpaper
DELETE /accounts/{accountId}/webinars/{webinarId}/branding/wallpaper	m webinar:delete:branding_wallpaper
POST /accounts/{accountId}/webinars/{webinarId}/invite_links	m webinar:write:invite_links
GET /accounts/{accountId}/webinars/{webinarId}/livestream	m webinar:read:livestream
PATCH /accounts/{accountId}/webinars/{webinarId}/livestream	m webinar:update:livestream
PATCH /accounts/{accountId}/webinars/{webinarId}/livestream/status	m webinar:update:livestream_status
GET /accounts/{accountId}/webinars/{webinarId}/panelists	m webinar:read:list_panelists
POST /accounts/{accountId}/webinars/{webinarId}/panelists	m webinar:write:panelist
DELETE /accounts/{accountId}/webinars/{webinarId}/panelists	m webinar:delete:panelist
DELETE /accounts/{accountId}/webinars/{webinarId}/panelists/{panelistId}	m webinar:delete:panelist
GET /accounts/{accountId}/webinars/{webinarId}/polls	m webinar:read:list_polls
POST /accounts/{accountId}/webinars/{webinarId}/polls	m webinar:write:poll
GET /accounts/{accountId}/webinars/{webinarId}/polls/{pollId}	m webinar:read:poll
PUT /accounts/{accountId}/webinars/{webinarId}/polls/{pollId}	m webinar:update:poll
DELETE /accounts/{accountId}/webinars/{webinarId}/polls/{pollId}	m webinar:delete:poll
GET /accounts/{accountId}/webinars/{webinarId}/registrants	m webinar:read:list_registrants
POST /accounts/{accountId}/webinars/{webinarId}/registrants	m webinar:write:registrant
GET /accounts/{accountId}/webinars/{webinarId}/registrants/questions	m webinar:read:list_registration_questions
PATCH /accounts/{accountId}/webinars/{webinarId}/registrants/questions	m webinar:update:registration_question
PUT /accounts/{accountId}/webinars/{webinarId}/registrants/status	m webinar:update:registrant_status
GET /accounts/{accountId}/webinars/{webinarId}/registrants/{registrantId}	m webinar:read:registrant
DELETE /accounts/{accountId}/webinars/{webinarId}/registrants/{registrantId}	m webinar:delete:registrant
PUT /accounts/{accountId}/webinars/{webinarId}/status	m webinar:update:status
GET /accounts/{accountId}/webinars/{webinarId}/survey	m webinar:read:survey
PATCH /accounts/{accountId}/webinars/{webinarId}/survey	m webinar:update:survey
DELETE /accounts/{accountId}/webinars/{webinarId}/survey	m webinar:delete:survey
GET /accounts/{accountId}/webinars/{webinarId}/token	m webinar:read:token
GET /accounts/{accountId}/webinars/{webinarId}/tracking_sources	m webinar:read:list_tracking_sources
GET /archive_files	am archiving:read:list_archived_files
GET /archive_files/statistics	a archiving:read:archived_file_statistics
PATCH /archive_files/{fileId}	ua archiving:update:archived_file_auto_delete_status
GET /devices/groups	am device:read:list_groups
POST /devices/zpa/assignment	am device:write:zpa_device
GET /devices/zpa/settings	am device:read:user_setting
POST /devices/zpa/upgrade	am device:write:zpa_os_app
DELETE /devices/zpa/vendors/{vendor}/mac_addresses/{macAddress}	am device:delete:zpa_device
GET /devices/zpa/zdm_groups/{zdmGroupId}/versions	am device:read:list_zpa_versions
DELETE /devices/{deviceId}	a zoom_rooms:delete:device
PATCH /devices/{deviceId}/assign_group	am device:write:group
PATCH /devices/{deviceId}/assignment	a device:update:zdm_device_assignment
GET /h323/devices	a h323_device:read:list_devices
POST /h323/devices	a h323_device:write:device
PATCH /h323/devices/{deviceId}	a h323_device:update:device
DELETE /h323/devices/{deviceId}	a h323_device:delete:device
PATCH /live_meetings/{meetingId}/chat/messages/{messageId}	ua meeting:update:live_meeting_chat_message
DELETE /live_meetings/{meetingId}/chat/messages/{messageId}	ua meeting:delete:live_meeting_chat_message
PATCH /live_meetings/{meetingId}/events	ua meeting:update:in_meeting_controls
PATCH /live_meetings/{meetingId}/rtms_app/status	ua meeting:update:participant_rtms_app_status
DELETE /live_webinars/{webinarId}/chat/messages/{messageId}	ua webinar:delete:live_webinar_chat_message
GET /meetings/meeting_summaries	a meeting:read:list_summaries
GET /meetings/{meetingId}	ua meeting:read:meeting
PATCH /meetings/{meetingId}	ua meeting:update:meeting
DELETE /meetings/{meetingId}	ua meeting:delete:meeting
POST /meetings/{meetingId}/batch_polls	ua meeting:write:batch_polls
POST /meetings/{meetingId}/batch_registrants	ua meeting:write:batch_registrants
GET /meetings/{meetingId}/invitation	ua meeting:read:invitation
POST /meetings/{meetingId}/invite_links	ua meeting:write:invite_links
GET /meetings/{meetingId}/jointoken/live_streaming	ua meeting:read:live_streaming_token
GET /meetings/{meetingId}/jointoken/local_archiving	a meeting:read:local_archiving_token
GET /meetings/{meetingId}/jointoken/local_recording	ua meeting:read:local_recording_token
GET /meetings/{meetingId}/livestream	ua meeting:read:livestream
PATCH /meetings/{meetingId}/livestream	ua meeting:update:livestream
PATCH /meetings/{meetingId}/livestream/status	ua meeting:update:livestream_status
GET /meetings/{meetingId}/meeting_summary	ua meeting:read:summary
DELETE /meetings/{meetingId}/meeting_summary	ua meeting:delete:summary
POST /meetings/{meetingId}/open_apps	ua meeting:write:open_app
DELETE /meetings/{meetingId}/open_apps	ua meeting:delete:open_app
GET /meetings/{meetingId}/polls	ua meeting:read:list_polls
POST /meetings/{meetingId}/polls	ua meeting:write:poll
GET /meetings/{meetingId}/polls/{pollId}	ua meeting:read:poll
PUT /meetings/{meetingId}/polls/{pollId}	ua meeting:update:poll
DELETE /meetings/{meetingId}/polls/{pollId}	ua meeting:delete:poll
GET /meetings/{meetingId}/recordings	uam cloud_recording:read:list_recording_files
DELETE /meetings/{meetingId}/recordings	uam cloud_recording:delete:meeting_recording
GET /meetings/{meetingId}/recordings/analytics_details	uam cloud_recording:read:recording_analytics_details
GET /meetings/{meetingId}/recordings/analytics_summary	uam cloud_recording:read:recording_analytics_summary
GET /meetings/{meetingId}/recordings/registrants	uam cloud_recording:read:list_recording_registrants
POST /meetings/{meetingId}/recordings/registrants	uam cloud_recording:write:recording_registrant
GET /meetings/{meetingId}/recordings/registrants/questions	uam cloud_recording:read:registration_questions
PATCH /meetings/{meetingId}/recordings/registrants/questions	uam cloud_recording:update:registration_questions
PUT /meetings/{meetingId}/recordings/registrants/status	uam cloud_recording:update:registrant_status
GET /meetings/{meetingId}/recordings/settings	uam cloud_recording:read:recording_settings
PATCH /meetings/{meetingId}/recordings/settings	uam cloud_recording:update:recording_settings
DELETE /meetings/{meetingId}/recordings/{recordingId}	uam cloud_recording:delete:recording_file
PUT /meetings/{meetingId}/recordings/{recordingId}/status	uam cloud_recording:update:recover_single_recording
GET /meetings/{meetingId}/registrants	ua meeting:read:list_registrants
POST /meetings/{meetingId}/registrants	ua meeting:write:registrant
GET /meetings/{meetingId}/registrants/questions	ua meeting:read:list_registration_questions
PATCH /meetings/{meetingId}/registrants/questions	ua meeting:update:registration_question
PUT /meetings/{meetingId}/registrants/status	ua meeting:update:registrant_status
GET /meetings/{meetingId}/registrants/{registrantId}	ua meeting:read:registrant
DELETE /meetings/{meetingId}/registrants/{registrantId}	ua meeting:delete:registrant
POST /meetings/{meetingId}/sip_dialing	ua meeting:write:sip_dialing
PUT /meetings/{meetingId}/status	ua meeting:update:status
GET /meetings/{meetingId}/survey	ua meeting:read:survey
PATCH /meetings/{meetingId}/survey	ua meeting:update:survey
DELETE /meetings/{meetingId}/survey	ua meeting:delete:survey
GET /meetings/{meetingId}/token	ua meeting:read:token
GET /meetings/{meetingId}/transcript	ua cloud_recording:read:meeting_transcript
DELETE /meetings/{meetingId}/transcript	ua cloud_recording:delete:meeting_transcript
PUT /meetings/{meetingUUID}/recordings/status	uam cloud_recording:update:recover_meeting_recordings
GET /past_meetings/{meetingId}	ua meeting:read:past_meeting
GET /past_meetings/{meetingId}/instances	ua meeting:read:list_past_instances
GET /past_meetings/{meetingId}/participants	ua meeting:read:list_past_participants
GET /past_meetings/{meetingId}/polls	ua meeting:read:list_poll_results
GET /past_meetings/{meetingId}/qa	ua meeting:read:past_qa
GET /past_meetings/{meetingUUID}/archive_files	ua archiving:read:archived_files
DELETE /past_meetings/{meetingUUID}/archive_files	a archiving:delete:archived_files
GET /past_webinars/{webinarId}/absentees	ua webinar:read:list_absentees
GET /past_webinars/{webinarId}/instances	ua webinar:read:list_past_instances
GET /past_webinars/{webinarId}/participants	ua webinar:read:list_past_participants
GET /past_webinars/{webinarId}/polls	ua webinar:read:list_past_polls
GET /past_webinars/{webinarId}/qa	ua webinar:read:past_qa
GET /report/activities	a report:read:user_activities
GET /report/billing	a report:read:billing
GET /report/billing/invoices	a report:read:billing_invoice
GET /report/history_meetings	a report:read:list_history_meetings
GET /report/meeting_activities	a report:read:meeting_activity_log
GET /report/meetings/{meetingId}	a report:read:meeting
GET /report/meetings/{meetingId}/participants	a report:read:list_meeting_participants
GET /report/meetings/{meetingId}/polls	a report:read:list_meeting_polls
GET /report/meetings/{meetingId}/qa	a report:read:meeting_qna
GET /report/meetings/{meetingId}/survey	a report:read:meeting_survey
GET /report/operationlogs	a report:read:operation_logs
GET /report/remote_support	a report:read:remote_support
GET /report/telephone	a report:read:telephone
GET /report/upcoming_events	a report:read:upcoming_meetings_webinars
GET /report/users	a report:read:list_users
GET /report/users/{userId}/meetings	a report:read:user
GET /report/webinars/{webinarId}	a report:read:webinar
GET /report/webinars/{webinarId}/participants	a report:read:list_webinar_participants
GET /report/webinars/{webinarId}/polls	a report:read:list_webinar_polls
GET /report/webinars/{webinarId}/qa	a report:read:webinar_qna
GET /report/webinars/{webinarId}/survey	a report:read:webinar_survey
GET /sip_phones/phones	a sip_phone:read:list_sip_phones
POST /sip_phones/phones	a sip_phone:write:sip_phone
PATCH /sip_phones/phones/{phoneId}	a sip_phone:update:sip_phone
DELETE /sip_phones/phones/{phoneId}	a sip_phone:delete:sip_phone
GET /sip_trunk/numbers	m sip_connected_audio:read:numbers
GET /tracking_fields	a tracking_field:read:list_tracking_fields
POST /tracking_fields	a tracking_field:write:tracking_field
GET /tracking_fields/{fieldId}	a tracking_field:read:tracking_field
PATCH /tracking_fields/{fieldId}	a tracking_field:update:tracking_field
DELETE /tracking_fields/{fieldId}	a tracking_field:delete:tracking_field
GET /tsp	a tsp:read:tsp
PATCH /tsp	a tsp:update:tsp
GET /users/{userId}/meeting_templates	ua meeting:read:list_templates
POST /users/{userId}/meeting_templates	ua meeting:write:template
GET /users/{userId}/meetings	ua meeting:read:list_meetings
POST /users/{userId}/meetings	ua meeting:write:meeting
GET /users/{userId}/pac	ua pac:read:list_pac_accounts
GET /users/{userId}/recordings	uam cloud_recording:read:list_user_recordings
GET /users/{userId}/tsp	ua tsp:read:list_tsp_accounts
POST /users/{userId}/tsp	ua tsp:write:tsp_account
PATCH /users/{userId}/tsp/settings	ua tsp:update:tsp_settings
GET /users/{userId}/tsp/{tspId}	ua tsp:read:tsp_account
PATCH /users/{userId}/tsp/{tspId}	ua tsp:update:tsp_account
DELETE /users/{userId}/tsp/{tspId}	ua tsp:delete:tsp_account
GET /users/{userId}/upcoming_meetings	ua meeting:read:list_upcoming_meetings
GET /users/{userId}/webinar_templates	ua webinar:read:list_templates
POST /users/{userId}/webinar_templates	ua webinar:write:template
GET /users/{userId}/webinars	ua webinar:read:list_webinars
POST /users/{userId}/webinars	ua webinar:write:webinar
GET /webinars/{webinarId}	ua webinar:read:webinar
PATCH /webinars/{webinarId}	ua webinar:update:webinar
DELETE /webinars/{webinarId}	ua webinar:delete:webinar
POST /webinars/{webinarId}/batch_registrants	ua webinar:write:batch_registrants
GET /webinars/{webinarId}/branding	ua webinar:read:branding
POST /webinars/{webinarId}/branding/name_tags	ua webinar:write:branding_name_tag
DELETE /webinars/{webinarId}/branding/name_tags	ua webinar:delete:branding_name_tag
PATCH /webinars/{webinarId}/branding/name_tags/{nameTagId}	ua webinar:update:branding_name_tag
POST /webinars/{webinarId}/branding/virtual_backgrounds	ua webinar:write:branding_virtual_background
PATCH /webinars/{webinarId}/branding/virtual_backgrounds	ua webinar:update:branding_virtual_background
DELETE /webinars/{webinarId}/branding/virtual_backgrounds	ua webinar:delete:branding_virtual_background
POST /webinars/{webinarId}/branding/wallpaper	ua webinar:write:branding_wallpaper
DELETE /webinars/{webinarId}/branding/wallpaper	ua webinar:delete:branding_wallpaper
POST /webinars/{webinarId}/invite_links	ua webinar:write:invite_links
GET /webinars/{webinarId}/jointoken/live_streaming	ua webinar:read:live_streaming_token
GET /webinars/{webinarId}/jointoken/local_archiving	a webinar:read:local_archiving_token
GET /webinars/{webinarId}/jointoken/local_recording	ua webinar:read:local_recording_token
GET /webinars/{webinarId}/livestream	ua webinar:read:livestream
PATCH /webinars/{webinarId}/livestream	ua webinar:update:livestream
PATCH /webinars/{webinarId}/livestream/status	ua webinar:update:livestream_status
GET /webinars/{webinarId}/panelists	ua webinar:read:list_panelists
POST /webinars/{webinarId}/panelists	ua webinar:write:panelist
DELETE /webinars/{webinarId}/panelists	ua webinar:delete:panelist
DELETE /webinars/{webinarId}/panelists/{panelistId}	ua webinar:delete:panelist
GET /webinars/{webinarId}/polls	ua webinar:read:list_polls
POST /webinars/{webinarId}/polls	ua webinar:write:poll
GET /webinars/{webinarId}/polls/{pollId}	ua webinar:read:poll
PUT /webinars/{webinarId}/polls/{pollId}	ua webinar:update:poll
DELETE /webinars/{webinarId}/polls/{pollId}	ua webinar:delete:poll
GET /webinars/{webinarId}/registrants	ua webinar:read:list_registrants
POST /webinars/{webinarId}/registrants	ua webinar:write:registrant
GET /webinars/{webinarId}/registrants/questions	ua webinar:read:list_registration_questions
PATCH /webinars/{webinarId}/registrants/questions	ua webinar:update:registration_question
PUT /webinars/{webinarId}/registrants/status	ua webinar:update:registrant_status
GET /webinars/{webinarId}/registrants/{registrantId}	ua webinar:read:registrant
DELETE /webinars/{webinarId}/registrants/{registrantId}	ua webinar:delete:registrant
POST /webinars/{webinarId}/sip_dialing	ua webinar:write:sip_dialing
PUT /webinars/{webinarId}/status	ua webinar:update:status
GET /webinars/{webinarId}/survey	ua webinar:read:survey
PATCH /webinars/{webinarId}/survey	ua webinar:update:survey
DELETE /webinars/{webinarId}/survey	ua webinar:delete:survey
GET /webinars/{webinarId}/token	ua webinar:read:token
GET /webinars/{webinarId}/tracking_sources	ua webinar:read:list_tracking_sources
= Number Management
PATCH /accounts/{accountId}/number_management/allocation	m number_management:write:numbers
POST /accounts/{accountId}/number_management/byoc_numbers	m number_management:write:byoc_numbers
GET /accounts/{accountId}/number_management/carrier/peering_numbers	m number_management:read:list_carrier_peering_numbers
GET /accounts/{accountId}/number_management/numbers	m number_management:read:list_numbers
DELETE /accounts/{accountId}/number_management/numbers	m number_management:delete:numbers
GET /accounts/{accountId}/number_management/numbers/{phoneNumberId}	m number_management:read:numbers
PATCH /accounts/{accountId}/number_management/numbers/{phoneNumberId}	m number_management:update:numbers
GET /accounts/{accountId}/number_management/peering_numbers	m number_management:read:list_peering_numbers
POST /accounts/{accountId}/number_management/peering_numbers	m number_management:write:peering_number
PATCH /accounts/{accountId}/number_management/peering_numbers	m number_management:update:peering_number
DELETE /accounts/{accountId}/number_management/peering_numbers	m number_management:delete:peering_number
GET /accounts/{accountId}/number_management/plan	m number_management:read:numbers_plan
GET /accounts/{accountId}/number_management/ported_numbers/orders	m number_management:read:list_ported_numbers
GET /accounts/{accountId}/number_management/ported_numbers/orders/{orderId}	m number_management:read:ported_number
GET /accounts/{accountId}/number_management/sip_groups	m number_management:read:list_sip_groups
GET /accounts/{accountId}/number_management/sip_trunks	m number_management:read:list_sip_trunks
GET /accounts/{accountId}/number_management/sms_campaigns	m number_management:read:list_sms_campaigns
GET /accounts/{accountId}/number_management/sms_campaigns/{smsCampaignId}	m number_management:read:sms_campaign
POST /accounts/{accountId}/number_management/sms_campaigns/{smsCampaignId}/phone_numbers	m number_management:update:numbers
DELETE /accounts/{accountId}/number_management/sms_campaigns/{smsCampaignId}/phone_numbers	m number_management:update:numbers
GET /accounts/{accountId}/number_management/sms_consent	m number_management:read:sms_consent
POST /accounts/{accountId}/number_management/sms_consent	m number_management:write:sms_consent
DELETE /accounts/{accountId}/number_management/sms_consent	m number_management:delete:sms_consent
GET /accounts/{accountId}/number_management/sms_consent/{consentId}	m number_management:read:sms_consent
PATCH /accounts/{accountId}/number_management/sms_consent/{consentId}	m number_management:update:sms_consent
GET /accounts/{accountId}/number_management/sms_consent/{consentId}/phone_numbers	m number_management:read:sms_consent
POST /accounts/{accountId}/number_management/sms_consent/{consentId}/phone_numbers	m number_management:write:numbers
DELETE /accounts/{accountId}/number_management/sms_consent/{consentId}/phone_numbers	m number_management:delete:numbers
PATCH /number_management/allocation	a number_management:write:numbers
POST /number_management/byoc_numbers	a number_management:write:byoc_numbers
GET /number_management/carrier/peering_numbers	a number_management:read:list_carrier_peering_numbers
GET /number_management/numbers	a number_management:read:list_numbers
DELETE /number_management/numbers	a number_management:delete:numbers
GET /number_management/numbers/{phoneNumberId}	a number_management:read:numbers
PATCH /number_management/numbers/{phoneNumberId}	a number_management:update:numbers
GET /number_management/peering_numbers	a number_management:read:list_peering_numbers
POST /number_management/peering_numbers	a number_management:write:peering_number
PATCH /number_management/peering_numbers	a number_management:update:peering_number
DELETE /number_management/peering_numbers	a number_management:delete:peering_number
GET /number_management/plan	a number_management:read:numbers_plan
GET /number_management/ported_numbers/orders	a number_management:read:list_ported_numbers
GET /number_management/ported_numbers/orders/{orderId}	a number_management:read:ported_number
GET /number_management/sip_groups	a number_management:read:list_sip_groups
GET /number_management/sip_trunks	a number_management:read:list_sip_trunks
GET /number_management/sms_campaigns	a number_management:read:list_sms_campaigns
GET /number_management/sms_campaigns/{smsCampaignId}	a number_management:read:sms_campaign
POST /number_management/sms_campaigns/{smsCampaignId}/phone_numbers	a number_management:update:numbers
DELETE /number_management/sms_campaigns/{smsCampaignId}/phone_numbers	a number_management:update:numbers
GET /number_management/sms_consent	a number_management:read:sms_consent
POST /number_management/sms_consent	a number_management:write:sms_consent
DELETE /number_management/sms_consent	a number_management:delete:sms_consent
GET /number_management/sms_consent/{consentId}	a number_management:read:sms_consent
PATCH /number_management/sms_consent/{consentId}	a number_management:update:sms_consent
GET /number_management/sms_consent/{consentId}/phone_numbers	a number_management:read:sms_consent
POST /number_management/sms_consent/{consentId}/phone_numbers	a number_management:write:numbers
DELETE /number_management/sms_consent/{consentId}/phone_numbers	a number_management:delete:numbers
= Phone
POST /accounts/{accountId}/fax/files	m phone:write:send_fax
GET /accounts/{accountId}/phone/account_settings	m phone:read:list_account_settings
GET /accounts/{accountId}/phone/alert_settings	m phone:read:list_alert_settings
POST /accounts/{accountId}/phone/alert_settings	m phone:write:alert_setting
GET /accounts/{accountId}/phone/alert_settings/{alertSettingId}	m phone:read:alert_setting
PATCH /accounts/{accountId}/phone/alert_settings/{alertSettingId}	m phone:patch:alert_setting
DELETE /accounts/{accountId}/phone/alert_settings/{alertSettingId}	m phone:delete:alert_setting
GET /accounts/{accountId}/phone/audios/{audioId}	m phone:read:audio
PATCH /accounts/{accountId}/phone/audios/{audioId}	m phone:update:audio
DELETE /accounts/{accountId}/phone/audios/{audioId}	m phone:delete:audio
GET /accounts/{accountId}/phone/auto_receptionists	m phone:read:list_auto_receptionists
POST /accounts/{accountId}/phone/auto_receptionists	m phone:write:auto_receptionist
GET /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}	m phone:read:auto_receptionist
PATCH /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}	m phone:update:auto_receptionist
DELETE /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}	m phone:delete:auto_receptionist
GET /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}/ivr	m phone:read:auto_receptionist_ivr
PATCH /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}/ivr	m phone:update:auto_receptionist_ivr
POST /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}/phone_numbers	m phone:write:auto_receptionist_number
DELETE /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}/phone_numbers	m phone:delete:auto_receptionist_number
DELETE /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}/phone_numbers/{phoneNumberId}	m phone:delete:auto_receptionist_number
GET /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}/policies	m phone:read:auto_receptionist_policy
PATCH /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}/policies	m phone:update:auto_receptionist_policy
POST /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}/policies/{policyType}	m phone:write:auto_receptionist_policy
PATCH /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}/policies/{policyType}	m phone:update:auto_receptionist_policy
DELETE /accounts/{accountId}/phone/auto_receptionists/{autoReceptionistId}/policies/{policyType}	m phone:delete:auto_receptionist_policy
POST /accounts/{accountId}/phone/batch_locations	m phone:write:batch_emergency_locations
GET /accounts/{accountId}/phone/billing_accounts	m phone:read:list_billing_accounts
GET /accounts/{accountId}/phone/billing_accounts/{billingAccountId}	m phone:read:billing_account
GET /accounts/{accountId}/phone/blocked_list	m phone:read:list_blocked_lists
POST /accounts/{accountId}/phone/blocked_list	m phone:write:blocked_list
GET /accounts/{accountId}/phone/blocked_list/{blockedListId}	m phone:read:blocked_list
PATCH /accounts/{accountId}/phone/blocked_list/{blockedListId}	m phone:update:blocked_list
DELETE /accounts/{accountId}/phone/blocked_list/{blockedListId}	m phone:delete:blocked_list
POST /accounts/{accountId}/phone/byoc_numbers	m phone:write:byo_carrier_number
GET /accounts/{accountId}/phone/call_element/{callElementId}	m phone:read:call_log
GET /accounts/{accountId}/phone/call_history	m phone:read:list_call_logs
GET /accounts/{accountId}/phone/call_history/{callHistoryUuid}	m phone:read:call_log
PATCH /accounts/{accountId}/phone/call_history/{callLogId}/client_code	m phone:update:call_log
GET /accounts/{accountId}/phone/call_history_detail/{callHistoryId}	m phone:read:call_log
GET /accounts/{accountId}/phone/call_logs	m phone:read:list_call_logs
GET /accounts/{accountId}/phone/call_logs/{callLogId}	m phone:read:call_log
PUT /accounts/{accountId}/phone/call_logs/{callLogId}/client_code	m phone:update:call_log
GET /accounts/{accountId}/phone/call_logs/{id}/recordings	m phone:read:call_recording
GET /accounts/{accountId}/phone/call_queue_analytics	m phone:read:list_call_queues
GET /accounts/{accountId}/phone/call_queues	m phone:read:list_call_queues
POST /accounts/{accountId}/phone/call_queues	m phone:write:call_queue
GET /accounts/{accountId}/phone/call_queues/{callQueueId}	m phone:read:call_queue
DELETE /accounts/{accountId}/phone/call_queues/{callQueueId}	m phone:delete:call_queue
GET /accounts/{accountId}/phone/call_queues/{callQueueId}/members	m phone:read:list_call_queue_members
POST /accounts/{accountId}/phone/call_queues/{callQueueId}/members	m phone:write:call_queue_member
DELETE /accounts/{accountId}/phone/call_queues/{callQueueId}/members	m phone:delete:call_queue_member
DELETE /accounts/{accountId}/phone/call_queues/{callQueueId}/members/{memberId}	m phone:delete:call_queue_member
POST /accounts/{accountId}/phone/call_queues/{callQueueId}/phone_numbers	m phone:write:call_queue_number
DELETE /accounts/{accountId}/phone/call_queues/{callQueueId}/phone_numbers	m phone:delete:call_queue_number
DELETE /accounts/{accountId}/phone/call_queues/{callQueueId}/phone_numbers/{phoneNumberId}	m phone:delete:call_queue_number
POST /accounts/{accountId}/phone/call_queues/{callQueueId}/policies/{policyType}	m phone:write:call_queue_policy
PATCH /accounts/{accountId}/phone/call_queues/{callQueueId}/policies/{policyType}	m phone:update:call_queue_policy
DELETE /accounts/{accountId}/phone/call_queues/{callQueueId}/policies/{policyType}	m phone:delete:call_queue_policy
GET /accounts/{accountId}/phone/call_queues/{callQueueId}/recordings	m phone:read:list_call_queue_recordings
GET /accounts/{accountId}/phone/calling_plans	m phone:read:list_calling_plans
GET /accounts/{accountId}/phone/carrier_peering/numbers	m phone:read:list_peering_numbers
GET /accounts/{accountId}/phone/carrier_reseller/numbers	m phone:read:list_carrier_numbers
POST /accounts/{accountId}/phone/carrier_reseller/numbers	m phone:write:carrier_number
PATCH /accounts/{accountId}/phone/carrier_reseller/numbers	m phone:update:carrier_number
DELETE /accounts/{accountId}/phone/carrier_reseller/numbers/{number}	m phone:delete:carrier_number
GET /accounts/{accountId}/phone/common_areas	m phone:read:common_area
POST /accounts/{accountId}/phone/common_areas	m phone:write:common_area
POST /accounts/{accountId}/phone/common_areas/activation_code	m phone:write:common_area
GET /accounts/{accountId}/phone/common_areas/activation_codes	m phone:read:list_common_area_activation_codes
POST /accounts/{accountId}/phone/common_areas/template_id/{templateId}	m phone:write:apply_template_to_common_areas
GET /accounts/{accountId}/phone/common_areas/{commonAreaId}	m phone:read:common_area
PATCH /accounts/{accountId}/phone/common_areas/{commonAreaId}	m phone:update:common_area
DELETE /accounts/{accountId}/phone/common_areas/{commonAreaId}	m phone:delete:common_area
POST /accounts/{accountId}/phone/common_areas/{commonAreaId}/calling_plans	m phone:write:common_area_calling_plan
DELETE /accounts/{accountId}/phone/common_areas/{commonAreaId}/calling_plans/{type}	m phone:delete:common_area_calling_plan
GET /accounts/{accountId}/phone/common_areas/{commonAreaId}/outbound_calling/countries_regions	m phone:read:common_area_outbound_calling_rule
PATCH /accounts/{accountId}/phone/common_areas/{commonAreaId}/outbound_calling/countries_regions	m phone:update:common_area_outbound_calling_rule
GET /accounts/{accountId}/phone/common_areas/{commonAreaId}/outbound_calling/exception_rules	m phone:read:common_area_outbound_calling_rule
POST /accounts/{accountId}/phone/common_areas/{commonAreaId}/outbound_calling/exception_rules	m phone:write:common_area_outbound_calling_rule
PATCH /accounts/{accountId}/phone/common_areas/{commonAreaId}/outbound_calling/exception_rules/{exceptionRuleId}	m phone:update:common_area_outbound_calling_rule
DELETE /accounts/{accountId}/phone/common_areas/{commonAreaId}/outbound_calling/exception_rules/{exceptionRuleId}	m phone:delete:common_area_outbound_calling_rule
POST /accounts/{accountId}/phone/common_areas/{commonAreaId}/phone_numbers	m phone:write:common_area_number
DELETE /accounts/{accountId}/phone/common_areas/{commonAreaId}/phone_numbers/{phoneNumberId}	m phone:delete:common_area_number
PATCH /accounts/{accountId}/phone/common_areas/{commonAreaId}/pin_code	m phone:update:common_area
GET /accounts/{accountId}/phone/common_areas/{commonAreaId}/settings	m phone:read:list_common_area_settings
POST /accounts/{accountId}/phone/common_areas/{commonAreaId}/settings/{settingType}	m phone:write:common_area_setting
PATCH /accounts/{accountId}/phone/common_areas/{commonAreaId}/settings/{settingType}	m phone:update:common_area_setting
DELETE /accounts/{accountId}/phone/common_areas/{commonAreaId}/settings/{settingType}	m phone:delete:common_area_setting
GET /accounts/{accountId}/phone/devices	m phone:read:list_devices
POST /accounts/{accountId}/phone/devices	m phone:write:device
POST /accounts/{accountId}/phone/devices/sync	m phone:write:sync_device
GET /accounts/{accountId}/phone/devices/{deviceId}	m phone:read:device
PATCH /accounts/{accountId}/phone/devices/{deviceId}	m phone:update:device
DELETE /accounts/{accountId}/phone/devices/{deviceId}	m phone:delete:device
POST /accounts/{accountId}/phone/devices/{deviceId}/extensions	m phone:write:device_extension
DELETE /accounts/{accountId}/phone/devices/{deviceId}/extensions/{extensionId}	m phone:delete:device_extension
GET /accounts/{accountId}/phone/devices/{deviceId}/line_keys	m phone:read:device_line_keys
PATCH /accounts/{accountId}/phone/devices/{deviceId}/line_keys	m phone:update:device_line_keys
PUT /accounts/{accountId}/phone/devices/{deviceId}/provision_templates	m phone:update:device_provision_template
POST /accounts/{accountId}/phone/devices/{deviceId}/reboot	m phone:write:reboot_device
GET /accounts/{accountId}/phone/dial_by_name_directory/extensions	m phone:read:directory
POST /accounts/{accountId}/phone/dial_by_name_directory/extensions	m phone:write:directory
DELETE /accounts/{accountId}/phone/dial_by_name_directory/extensions	m phone:delete:directory
GET /accounts/{accountId}/phone/emergency_addresses	m phone:read:list_emergency_addresses
POST /accounts/{accountId}/phone/emergency_addresses	m phone:write:emergency_address
GET /accounts/{accountId}/phone/emergency_addresses/{emergencyAddressId}	m phone:read:emergency_address
PATCH /accounts/{accountId}/phone/emergency_addresses/{emergencyAddressId}	m phone:update:emergency_address
DELETE /accounts/{accountId}/phone/emergency_addresses/{emergencyAddressId}	m phone:delete:emergency_address
GET /accounts/{accountId}/phone/extension/{extensionId}/call_handling/settings	m phone:read:list_call_handling_settings
POST /accounts/{accountId}/phone/extension/{extensionId}/call_handling/settings/{settingType}	m phone:write:call_handling_setting
PATCH /accounts/{accountId}/phone/extension/{extensionId}/call_handling/settings/{settingType}	m phone:update:call_handling_setting
DELETE /accounts/{accountId}/phone/extension/{extensionId}/call_handling/settings/{settingType}	m phone:delete:call_handling_setting
GET /accounts/{accountId}/phone/extension/{extensionId}/fax/logs	m phone:read:list_fax_log
GET /accounts/{accountId}/phone/extension/{extensionId}/inbound_blocked/rules	m phone:read:list_extension_inbound_block_rules
POST /accounts/{accountId}/phone/extension/{extensionId}/inbound_blocked/rules	m phone:write:extension_inbound_block_rule
DELETE /accounts/{accountId}/phone/extension/{extensionId}/inbound_blocked/rules	m phone:delete:extension_inbound_block_rule
GET /accounts/{accountId}/phone/extension/{extensionId}/line_keys	m phone:read:line_keys
PATCH /accounts/{accountId}/phone/extension/{extensionId}/line_keys	m phone:update:line_keys
DELETE /accounts/{accountId}/phone/extension/{extensionId}/line_keys/{lineKeyId}	m phone:delete:line_keys
GET /accounts/{accountId}/phone/external_contacts	m phone:read:list_external_contacts
POST /accounts/{accountId}/phone/external_contacts	m phone:write:external_contact
GET /accounts/{accountId}/phone/external_contacts/{externalContactId}	m phone:read:external_contact
PATCH /accounts/{accountId}/phone/external_contacts/{externalContactId}	m phone:update:external_contact
DELETE /accounts/{accountId}/phone/external_contacts/{externalContactId}	m phone:delete:external_contact
POST /accounts/{accountId}/phone/fax/documents	m phone:write:send_fax
GET /accounts/{accountId}/phone/fax/logs	m phone:read:list_fax_log
GET /accounts/{accountId}/phone/fax/logs/{faxLogId}	m phone:read:list_fax_log
PATCH /accounts/{accountId}/phone/fax/logs/{faxLogId}	m phone:read:fax_log
GET /accounts/{accountId}/phone/fax/logs/{faxLogId}/file/{fileId}	m phone:read:fax_log
GET /accounts/{accountId}/phone/firmware_update_rules	m phone:read:list_firmware_update_rules
POST /accounts/{accountId}/phone/firmware_update_rules	m phone:write:firmware_update_rule
GET /accounts/{accountId}/phone/firmware_update_rules/{ruleId}	m phone:read:firmware_update_rule
PATCH /accounts/{accountId}/phone/firmware_update_rules/{ruleId}	m phone:update:firmware_update_rule
DELETE /accounts/{accountId}/phone/firmware_update_rules/{ruleId}	m phone:delete:firmware_update_rule
GET /accounts/{accountId}/phone/firmwares	m phone:read:list_firmwares
GET /accounts/{accountId}/phone/group_call_pickup	m phone:read:list_call_pickup_groups
POST /accounts/{accountId}/phone/group_call_pickup	m phone:write:call_pickup_group
GET /accounts/{accountId}/phone/group_call_pickup/{groupId}	m phone:read:call_pickup_group
PATCH /accounts/{accountId}/phone/group_call_pickup/{groupId}	m phone:update:call_pickup_group
DELETE /accounts/{accountId}/phone/group_call_pickup/{groupId}	m phone:delete:call_pickup_group
GET /accounts/{accountId}/phone/group_call_pickup/{groupId}/members	m phone:read:call_pickup_group_member
POST /accounts/{accountId}/phone/group_call_pickup/{groupId}/members	m phone:write:call_pickup_group_member
DELETE /accounts/{accountId}/phone/group_call_pickup/{groupId}/members/{extensionId}	m phone:delete:call_pickup_group_member
GET /accounts/{accountId}/phone/groups/{groupId}/policies/{policyType}	m phone:read:group_policy
PATCH /accounts/{accountId}/phone/groups/{groupId}/policies/{policyType}	m phone:update:group_policy
GET /accounts/{accountId}/phone/groups/{groupId}/settings	m phone:read:group_setting
GET /accounts/{accountId}/phone/inbound_blocked/extension_rules/statistics	m phone:read:list_extension_inbound_block_rules_stat
DELETE /accounts/{accountId}/phone/inbound_blocked/extension_rules/statistics	m phone:delete:extension_inbound_block_rule_stat
PATCH /accounts/{accountId}/phone/inbound_blocked/extension_rules/statistics/blocked_for_all	m phone:update:inbound_blocked_for_all
GET /accounts/{accountId}/phone/inbound_blocked/rules	m phone:read:list_inbound_block_rules
POST /accounts/{accountId}/phone/inbound_blocked/rules	m phone:write:inbound_block_rule
DELETE /accounts/{accountId}/phone/inbound_blocked/rules	m phone:delete:inbound_block_rule
PATCH /accounts/{accountId}/phone/inbound_blocked/rules/{blockedRuleId}	m phone:update:inbound_block_rule
GET /accounts/{accountId}/phone/locations	m phone:read:list_emergency_locations
POST /accounts/{accountId}/phone/locations	m phone:write:emergency_location
GET /accounts/{accountId}/phone/locations/{locationId}	m phone:read:emergency_location
PATCH /accounts/{accountId}/phone/locations/{locationId}	m phone:update:emergency_location
DELETE /accounts/{accountId}/phone/locations/{locationId}	m phone:delete:emergency_location
GET /accounts/{accountId}/phone/metrics/call_logs	m phone:read:list_call_logs
GET /accounts/{accountId}/phone/metrics/call_logs/{callId}/qos	m phone:read:call_qos
GET /accounts/{accountId}/phone/metrics/call_logs/{call_id}	m phone:read:call_log
GET /accounts/{accountId}/phone/metrics/emergency_services/default_emergency_address/users	m phone:read:default_emergency_address
GET /accounts/{accountId}/phone/metrics/emergency_services/detectable_personal_location/users	m phone:read:detectable_personal_location
GET /accounts/{accountId}/phone/metrics/emergency_services/location_sharing_permission/users	m phone:read:location_sharing_permission
GET /accounts/{accountId}/phone/metrics/emergency_services/nomadic_emergency_services/users	m phone:read:nomadic_emergency_services
GET /accounts/{accountId}/phone/metrics/emergency_services/realtime_location/devices	m phone:read:realtime_location_devices
GET /accounts/{accountId}/phone/metrics/emergency_services/realtime_location/users	m phone:read:realtime_location_users
GET /accounts/{accountId}/phone/metrics/location_tracking	m phone:read:list_tracked_locations
GET /accounts/{accountId}/phone/metrics/past_calls	m phone:read:list_call_logs
GET /accounts/{accountId}/phone/monitoring_groups	m phone:read:list_monitoring_groups
POST /accounts/{accountId}/phone/monitoring_groups	m phone:write:monitoring_group
GET /accounts/{accountId}/phone/monitoring_groups/{monitoringGroupId}	m phone:read:monitoring_group
PATCH /accounts/{accountId}/phone/monitoring_groups/{monitoringGroupId}	m phone:update:monitoring_group
DELETE /accounts/{accountId}/phone/monitoring_groups/{monitoringGroupId}	m phone:delete:monitoring_group
GET /accounts/{accountId}/phone/monitoring_groups/{monitoringGroupId}/monitor_members	m phone:read:list_monitoring_group_members
POST /accounts/{accountId}/phone/monitoring_groups/{monitoringGroupId}/monitor_members	m phone:write:monitoring_group_member
DELETE /accounts/{accountId}/phone/monitoring_groups/{monitoringGroupId}/monitor_members	m phone:delete:monitoring_group_member
DELETE /accounts/{accountId}/phone/monitoring_groups/{monitoringGroupId}/monitor_members/{memberExtensionId}	m phone:delete:monitoring_group_member
GET /accounts/{accountId}/phone/numbers	m phone:read:list_numbers
DELETE /accounts/{accountId}/phone/numbers	m phone:delete:number
PATCH /accounts/{accountId}/phone/numbers/sites/{siteId}	m phone:update:site_number
GET /accounts/{accountId}/phone/numbers/{phoneNumberId}	m phone:read:numbers
PATCH /accounts/{accountId}/phone/numbers/{phoneNumberId}	m phone:update:number
GET /accounts/{accountId}/phone/outbound_caller_id/customized_numbers	m phone:read:list_customized_number
POST /accounts/{accountId}/phone/outbound_caller_id/customized_numbers	m phone:write:customized_number
DELETE /accounts/{accountId}/phone/outbound_caller_id/customized_numbers	m phone:delete:customized_number
GET /accounts/{accountId}/phone/outbound_calling/countries_regions	m phone:read:list_outbound_calling_rules
PATCH /accounts/{accountId}/phone/outbound_calling/countries_regions	m phone:update:outbound_calling_rule
GET /accounts/{accountId}/phone/outbound_calling/exception_rules	m phone:read:list_outbound_calling_rules
POST /accounts/{accountId}/phone/outbound_calling/exception_rules	m phone:write:outbound_calling_rule
PATCH /accounts/{accountId}/phone/outbound_calling/exception_rules/{exceptionRuleId}	m phone:update:outbound_calling_rule
DELETE /accounts/{accountId}/phone/outbound_calling/exception_rules/{exceptionRuleId}	m phone:delete:outbound_calling_rule
GET /accounts/{accountId}/phone/peering/numbers	m phone:read:list_peering_numbers
POST /accounts/{accountId}/phone/peering/numbers	m phone:write:peering_number
PATCH /accounts/{accountId}/phone/peering/numbers	m phone:update:peering_number
DELETE /accounts/{accountId}/phone/peering/numbers	m phone:delete:peering_number
GET /accounts/{accountId}/phone/plans	m phone:read:list_calling_plans
GET /accounts/{accountId}/phone/policies/{policyType}	m phone:read:policy
PATCH /accounts/{accountId}/phone/policies/{policyType}	m phone:update:policy
GET /accounts/{accountId}/phone/ported_numbers/orders	m phone:read:list_ported_numbers
GET /accounts/{accountId}/phone/ported_numbers/orders/{orderId}	m phone:read:ported_number
GET /accounts/{accountId}/phone/private_directory/members	m phone:read:list_private_directory_members
POST /accounts/{accountId}/phone/private_directory/members	m phone:write:private_directory_member
PATCH /accounts/{accountId}/phone/private_directory/members/{extensionId}	m phone:update:private_directory_member
DELETE /accounts/{accountId}/phone/private_directory/members/{extensionId}	m phone:delete:private_directory_member
GET /accounts/{accountId}/phone/provision_templates	m phone:read:list_provision_templates
POST /accounts/{accountId}/phone/provision_templates	m phone:write:provision_template
GET /accounts/{accountId}/phone/provision_templates/{templateId}	m phone:read:provision_template
PATCH /accounts/{accountId}/phone/provision_templates/{templateId}	m phone:update:provision_template
DELETE /accounts/{accountId}/phone/provision_templates/{templateId}	m phone:delete:provision_template
GET /accounts/{accountId}/phone/recording/download/{fileId}	m phone:read:call_recording
GET /accounts/{accountId}/phone/recording_transcript/download/{recordingId}	m phone:read:recording_transcript
GET /accounts/{accountId}/phone/recordings	m phone:read:list_call_recordings
PATCH /accounts/{accountId}/phone/recordings/{recordingId}	m phone:update:call_recording
DELETE /accounts/{accountId}/phone/recordings/{recordingId}	m phone:delete:call_recording
PUT /accounts/{accountId}/phone/recordings/{recordingId}/status	m phone:update:call_recording
GET /accounts/{accountId}/phone/reports/call_charges	m phone:read:call_charges
GET /accounts/{accountId}/phone/reports/fax_charges	m phone:read:fax_charges
GET /accounts/{accountId}/phone/reports/operationlogs	m phone:read:operation_logs
GET /accounts/{accountId}/phone/reports/sms_charges	m phone:read:sms_charges
GET /accounts/{accountId}/phone/roles	m phone:read:list_roles
POST /accounts/{accountId}/phone/roles	m phone:write:role
GET /accounts/{accountId}/phone/roles/{roleId}	m phone:read:role
PATCH /accounts/{accountId}/phone/roles/{roleId}	m phone:update:role
DELETE /accounts/{accountId}/phone/roles/{roleId}	m phone:delete:role
GET /accounts/{accountId}/phone/roles/{roleId}/members	m phone:read:role_member
POST /accounts/{accountId}/phone/roles/{roleId}/members	m phone:write:role_member
DELETE /accounts/{accountId}/phone/roles/{roleId}/members	m phone:delete:role_member
GET /accounts/{accountId}/phone/roles/{roleId}/targets	m phone:read:list_roles
POST /accounts/{accountId}/phone/roles/{roleId}/targets	m phone:write:role
DELETE /accounts/{accountId}/phone/roles/{roleId}/targets	m phone:delete:role
GET /accounts/{accountId}/phone/rooms	m phone:read:list_rooms
POST /accounts/{accountId}/phone/rooms	m phone:write:room
GET /accounts/{accountId}/phone/rooms/unassigned	m phone:read:list_rooms
GET /accounts/{accountId}/phone/rooms/{roomId}	m phone:read:room
PATCH /accounts/{accountId}/phone/rooms/{roomId}	m phone:update:room
DELETE /accounts/{accountId}/phone/rooms/{roomId}	m phone:delete:room
POST /accounts/{accountId}/phone/rooms/{roomId}/calling_plans	m phone:write:room_calling_plan
DELETE /accounts/{accountId}/phone/rooms/{roomId}/calling_plans/{type}	m phone:delete:room_calling_plan
POST /accounts/{accountId}/phone/rooms/{roomId}/phone_numbers	m phone:write:room_phone_number
DELETE /accounts/{accountId}/phone/rooms/{roomId}/phone_numbers/{phoneNumberId}	m phone:delete:room_phone_number
GET /accounts/{accountId}/phone/routing_rules	m phone:read:list_routing_rules
POST /accounts/{accountId}/phone/routing_rules	m phone:write:routing_rule
GET /accounts/{accountId}/phone/routing_rules/{routingRuleId}	m phone:read:routing_rule
PATCH /accounts/{accountId}/phone/routing_rules/{routingRuleId}	m phone:update:routing_rule
DELETE /accounts/{accountId}/phone/routing_rules/{routingRuleId}	m phone:delete:routing_rule
GET /accounts/{accountId}/phone/setting_templates	m phone:read:list_setting_templates
POST /accounts/{accountId}/phone/setting_templates	m phone:write:setting_template
GET /accounts/{accountId}/phone/setting_templates/{templateId}	m phone:read:setting_template
PATCH /accounts/{accountId}/phone/setting_templates/{templateId}	m phone:update:setting_template
GET /accounts/{accountId}/phone/settings	m phone:read:settings
PATCH /accounts/{accountId}/phone/settings	m phone:update:settings
GET /accounts/{accountId}/phone/shared_line_appearances	m phone:read:list_shared_line_appearances
GET /accounts/{accountId}/phone/shared_line_groups	m phone:read:list_shared_line_groups
POST /accounts/{accountId}/phone/shared_line_groups	m phone:write:shared_line_group
GET /accounts/{accountId}/phone/shared_line_groups/{sharedLineGroupId}	m phone:read:shared_line_group
GET /accounts/{accountId}/phone/shared_line_groups/{sharedLineGroupId}/policies	m phone:read:shared_line_group_policy
PATCH /accounts/{accountId}/phone/shared_line_groups/{sharedLineGroupId}/policies	m phone:update:shared_line_group_policy
PATCH /accounts/{accountId}/phone/shared_line_groups/{slgId}	m phone:update:shared_line_group
DELETE /accounts/{accountId}/phone/shared_line_groups/{slgId}	m phone:delete:shared_line_group
POST /accounts/{accountId}/phone/shared_line_groups/{slgId}/members	m phone:write:shared_line_member
DELETE /accounts/{accountId}/phone/shared_line_groups/{slgId}/members	m phone:delete:shared_line_member
DELETE /accounts/{accountId}/phone/shared_line_groups/{slgId}/members/{memberId}	m phone:delete:shared_line_member
POST /accounts/{accountId}/phone/shared_line_groups/{slgId}/phone_numbers	m phone:write:shared_line_group_number
DELETE /accounts/{accountId}/phone/shared_line_groups/{slgId}/phone_numbers	m phone:delete:shared_line_group_number
DELETE /accounts/{accountId}/phone/shared_line_groups/{slgId}/phone_numbers/{phoneNumberId}	m phone:delete:shared_line_group_number
POST /accounts/{accountId}/phone/shared_line_groups/{slgId}/policies/{policyType}	m phone:write:shared_line_group_policy
PATCH /accounts/{accountId}/phone/shared_line_groups/{slgId}/policies/{policyType}	m phone:update:shared_line_group_policy
DELETE /accounts/{accountId}/phone/shared_line_groups/{slgId}/policies/{policyType}	m phone:delete:shared_line_group_policy
GET /accounts/{accountId}/phone/sip_groups	m phone:read:list_sip_groups
GET /accounts/{accountId}/phone/sip_trunk/trunks	m phone:read:list_sip_trunks
GET /accounts/{accountId}/phone/sites	m phone:read:list_sites
POST /accounts/{accountId}/phone/sites	m phone:write:site
GET /accounts/{accountId}/phone/sites/{siteId}	m phone:read:site
PATCH /accounts/{accountId}/phone/sites/{siteId}	m phone:update:site
DELETE /accounts/{accountId}/phone/sites/{siteId}	m phone:delete:site
GET /accounts/{accountId}/phone/sites/{siteId}/dial_by_name_directory/extensions	m phone:read:directory
POST /accounts/{accountId}/phone/sites/{siteId}/dial_by_name_directory/extensions	m phone:write:directory
DELETE /accounts/{accountId}/phone/sites/{siteId}/dial_by_name_directory/extensions	m phone:delete:directory
GET /accounts/{accountId}/phone/sites/{siteId}/outbound_caller_id/customized_numbers	m phone:read:list_site_customized_number
POST /accounts/{accountId}/phone/sites/{siteId}/outbound_caller_id/customized_numbers	m phone:write:site_customized_number
DELETE /accounts/{accountId}/phone/sites/{siteId}/outbound_caller_id/customized_numbers	m phone:delete:site_customized_number
GET /accounts/{accountId}/phone/sites/{siteId}/outbound_calling/countries_regions	m phone:read:site_outbound_calling_rule
PATCH /accounts/{accountId}/phone/sites/{siteId}/outbound_calling/countries_regions	m phone:update:site_outbound_calling_rule
GET /accounts/{accountId}/phone/sites/{siteId}/outbound_calling/exception_rules	m phone:read:site_outbound_calling_rule
POST /accounts/{accountId}/phone/sites/{siteId}/outbound_calling/exception_rules	m phone:write:site_outbound_calling_rule
PATCH /accounts/{accountId}/phone/sites/{siteId}/outbound_calling/exception_rules/{exceptionRuleId}	m phone:update:site_outbound_calling_rule
DELETE /accounts/{accountId}/phone/sites/{siteId}/outbound_calling/exception_rules/{exceptionRuleId}	m phone:delete:site_outbound_calling_rule
GET /accounts/{accountId}/phone/sites/{siteId}/settings/{settingType}	m phone:read:site_setting
POST /accounts/{accountId}/phone/sites/{siteId}/settings/{settingType}	m phone:write:site_setting
PATCH /accounts/{accountId}/phone/sites/{siteId}/settings/{settingType}	m phone:update:site_setting
DELETE /accounts/{accountId}/phone/sites/{siteId}/settings/{settingType}	m phone:delete:site_setting
GET /accounts/{accountId}/phone/smartphones	m phone:read:list_devices
GET /accounts/{accountId}/phone/sms/sessions	m phone:read:list_sms_sessions
GET /accounts/{accountId}/phone/sms/sessions/{sessionId}	m phone:read:sms_session
GET /accounts/{accountId}/phone/sms/sessions/{sessionId}/messages/{messageId}	m phone:read:sms_message
GET /accounts/{accountId}/phone/sms/sessions/{sessionId}/sync	m phone:read:sms_session
GET /accounts/{accountId}/phone/sms_campaigns	m phone:read:list_sms_campaigns
GET /accounts/{accountId}/phone/sms_campaigns/{smsCampaignId}	m phone:read:sms_campaign
POST /accounts/{accountId}/phone/sms_campaigns/{smsCampaignId}/phone_numbers	m phone:write:sms_campaign_number
GET /accounts/{accountId}/phone/sms_campaigns/{smsCampaignId}/phone_numbers/opt_status	m phone:read:sms_campaign_number_opt_status
PATCH /accounts/{accountId}/phone/sms_campaigns/{smsCampaignId}/phone_numbers/opt_status	m phone:update:sms_campaign_number_opt_status
DELETE /accounts/{accountId}/phone/sms_campaigns/{smsCampaignId}/phone_numbers/{phoneNumberId}	m phone:delete:sms_campaign_number
GET /accounts/{accountId}/phone/sms_consent/{consentId}/phone_numbers/opt_status	m phone:read:sms_consent_number_opt_status
GET /accounts/{accountId}/phone/user/{userId}/ai_call_summary/{aiCallSummaryId}	m phone:read:ai_call_summary
GET /accounts/{accountId}/phone/user/{userId}/sms_campaigns/phone_numbers/opt_status	m phone:read:sms_campaign_number_opt_status
GET /accounts/{accountId}/phone/users	m phone:read:list_users
POST /accounts/{accountId}/phone/users/batch	m phone:write:batch_users
PUT /accounts/{accountId}/phone/users/batch	m phone:update:batch_users
GET /accounts/{accountId}/phone/users/{userId}	m phone:read:user
PATCH /accounts/{accountId}/phone/users/{userId}	m phone:update:user
GET /accounts/{accountId}/phone/users/{userId}/audios	m phone:read:list_audios
POST /accounts/{accountId}/phone/users/{userId}/audios	m phone:write:audio
POST /accounts/{accountId}/phone/users/{userId}/audios/batch	m phone:write:batch_audios
GET /accounts/{accountId}/phone/users/{userId}/call_history	m phone:read:list_call_logs
GET /accounts/{accountId}/phone/users/{userId}/call_history/sync	m phone:read:list_call_logs
DELETE /accounts/{accountId}/phone/users/{userId}/call_history/{callLogId}	m phone:delete:call_log
GET /accounts/{accountId}/phone/users/{userId}/call_logs	m phone:read:list_call_logs
GET /accounts/{accountId}/phone/users/{userId}/call_logs/sync	m phone:read:list_call_logs
DELETE /accounts/{accountId}/phone/users/{userId}/call_logs/{callLogId}	m phone:delete:call_log
GET /accounts/{accountId}/phone/users/{userId}/call_logs/{id}/voice_mail	m phone:read:voicemail
POST /accounts/{accountId}/phone/users/{userId}/calling_plans	m phone:write:calling_plan
PUT /accounts/{accountId}/phone/users/{userId}/calling_plans	m phone:update:calling_plan
DELETE /accounts/{accountId}/phone/users/{userId}/calling_plans/{planType}	m phone:delete:users_calling_plan
GET /accounts/{accountId}/phone/users/{userId}/outbound_caller_id/customized_numbers	m phone:read:list_user_customized_number
POST /accounts/{accountId}/phone/users/{userId}/outbound_caller_id/customized_numbers	m phone:write:user_customized_number
DELETE /accounts/{accountId}/phone/users/{userId}/outbound_caller_id/customized_numbers	m phone:delete:user_customized_number
GET /accounts/{accountId}/phone/users/{userId}/outbound_calling/countries_regions	m phone:read:user_outbound_calling_rule
PATCH /accounts/{accountId}/phone/users/{userId}/outbound_calling/countries_regions	m phone:update:user_outbound_calling_rule
GET /accounts/{accountId}/phone/users/{userId}/outbound_calling/exception_rules	m phone:read:user_outbound_calling_rule
POST /accounts/{accountId}/phone/users/{userId}/outbound_calling/exception_rules	m phone:write:user_outbound_calling_rule
PATCH /accounts/{accountId}/phone/users/{userId}/outbound_calling/exception_rules/{exceptionRuleId}	m phone:update:user_outbound_calling_rule
DELETE /accounts/{accountId}/phone/users/{userId}/outbound_calling/exception_rules/{exceptionRuleId}	m phone:delete:user_outbound_calling_rule
POST /accounts/{accountId}/phone/users/{userId}/phone_numbers	m phone:write:user_number
DELETE /accounts/{accountId}/phone/users/{userId}/phone_numbers/{phoneNumberId}	m phone:delete:user_number
GET /accounts/{accountId}/phone/users/{userId}/policies/{policyType}	m phone:read:user_policy
PATCH /accounts/{accountId}/phone/users/{userId}/policies/{policyType}	m phone:update:user_policy
GET /accounts/{accountId}/phone/users/{userId}/recordings	m phone:read:list_recordings
GET /accounts/{accountId}/phone/users/{userId}/settings	m phone:read:user_setting
PATCH /accounts/{accountId}/phone/users/{userId}/settings	m phone:update:user_setting
POST /accounts/{accountId}/phone/users/{userId}/settings/{settingType}	m phone:write:shared_setting
PATCH /accounts/{accountId}/phone/users/{userId}/settings/{settingType}	m phone:update:shared_setting
DELETE /accounts/{accountId}/phone/users/{userId}/settings/{settingType}	m phone:delete:shared_setting
GET /accounts/{accountId}/phone/users/{userId}/sms/sessions	m phone:read:list_sms_sessions
GET /accounts/{accountId}/phone/users/{userId}/sms/sessions/sync	m phone:read:sms_session
GET /accounts/{accountId}/phone/users/{userId}/voice_mails	m phone:read:list_voicemails
GET /accounts/{accountId}/phone/voice_mails	m phone:read:list_voicemails
GET /accounts/{accountId}/phone/voice_mails/download/{fileId}	m phone:read:voicemail
GET /accounts/{accountId}/phone/voice_mails/{voicemailId}	m phone:read:voicemail
PATCH /accounts/{accountId}/phone/voice_mails/{voicemailId}	m phone:update:voicemail
DELETE /accounts/{accountId}/phone/voice_mails/{voicemailId}	m phone:delete:voicemail
POST /fax/files	ua phone:write:send_fax
GET /phone/account_settings	a phone:read:list_account_settings
GET /phone/alert_settings	a phone:read:list_alert_settings
POST /phone/alert_settings	a phone:write:alert_setting
GET /phone/alert_settings/{alertSettingId}	a phone:read:alert_setting
PATCH /phone/alert_settings/{alertSettingId}	a phone:patch:alert_setting
DELETE /phone/alert_settings/{alertSettingId}	a phone:delete:alert_setting
GET /phone/audios/{audioId}	ua phone:read:audio
PATCH /phone/audios/{audioId}	ua phone:update:audio
DELETE /phone/audios/{audioId}	ua phone:delete:audio
GET /phone/auto_receptionists	a phone:read:list_auto_receptionists
POST /phone/auto_receptionists	a phone:write:auto_receptionist
GET /phone/auto_receptionists/{autoReceptionistId}	a phone:read:auto_receptionist
PATCH /phone/auto_receptionists/{autoReceptionistId}	a phone:update:auto_receptionist
DELETE /phone/auto_receptionists/{autoReceptionistId}	a phone:delete:auto_receptionist
GET /phone/auto_receptionists/{autoReceptionistId}/call_handling/settings	a phone:read:auto_receptionist_call_handling_setting
PATCH /phone/auto_receptionists/{autoReceptionistId}/call_handling/settings/{hourType}	a phone:update:auto_receptionist_call_handling_setting
GET /phone/auto_receptionists/{autoReceptionistId}/ivr	a phone:read:auto_receptionist_ivr
PATCH /phone/auto_receptionists/{autoReceptionistId}/ivr	a phone:update:auto_receptionist_ivr
POST /phone/auto_receptionists/{autoReceptionistId}/phone_numbers	a phone:write:auto_receptionist_number
DELETE /phone/auto_receptionists/{autoReceptionistId}/phone_numbers	a phone:delete:auto_receptionist_number
DELETE /phone/auto_receptionists/{autoReceptionistId}/phone_numbers/{phoneNumberId}	a phone:delete:auto_receptionist_number
GET /phone/auto_receptionists/{autoReceptionistId}/policies	a phone:read:auto_receptionist_policy
PATCH /phone/auto_receptionists/{autoReceptionistId}/policies	a phone:update:auto_receptionist_policy
POST /phone/auto_receptionists/{autoReceptionistId}/policies/{policyType}	a phone:write:auto_receptionist_policy
PATCH /phone/auto_receptionists/{autoReceptionistId}/policies/{policyType}	a phone:update:auto_receptionist_policy
DELETE /phone/auto_receptionists/{autoReceptionistId}/policies/{policyType}	a phone:delete:auto_receptionist_policy
GET /phone/auto_receptionists/{autoReceptionistId}/settings	a phone:read:auto_receptionist_setting
POST /phone/auto_receptionists/{autoReceptionistId}/settings/{settingType}	a phone:write:auto_receptionist_setting
PATCH /phone/auto_receptionists/{autoReceptionistId}/settings/{settingType}	a phone:update:auto_receptionist_setting
DELETE /phone/auto_receptionists/{autoReceptionistId}/settings/{settingType}	a phone:delete:auto_receptionist_setting
POST /phone/batch_locations	a phone:write:batch_emergency_locations
GET /phone/billing_accounts	a phone:read:list_billing_accounts
GET /phone/billing_accounts/{billingAccountId}	a phone:read:billing_account
GET /phone/blocked_list	a phone:read:list_blocked_lists
POST /phone/blocked_list	a phone:write:blocked_list
GET /phone/blocked_list/{blockedListId}	a phone:read:blocked_list
PATCH /phone/blocked_list/{blockedListId}	a phone:update:blocked_list
DELETE /phone/blocked_list/{blockedListId}	a phone:delete:blocked_list
POST /phone/byoc_numbers	a phone:write:byo_carrier_number
GET /phone/call_element/{callElementId}	a phone:read:call_log
GET /phone/call_element/{callElementId}/recording	ua phone:read:call_recording
GET /phone/call_element/{callElementId}/voice_mail	ua phone:read:voicemail
GET /phone/call_history	a phone:read:list_call_logs
GET /phone/call_history/{callHistoryUuid}	a phone:read:call_log
PATCH /phone/call_history/{callLogId}/client_code	a phone:update:call_log
GET /phone/call_history_detail/{callHistoryId}	a phone:read:call_log
GET /phone/call_logs	a phone:read:list_call_logs
GET /phone/call_logs/{callLogId}	a phone:read:call_log
PUT /phone/call_logs/{callLogId}/client_code	a phone:update:call_log
GET /phone/call_logs/{id}/recordings	ua phone:read:call_recording
GET /phone/call_queue_analytics	a phone:read:list_call_queues
GET /phone/call_queues	a phone:read:list_call_queues
POST /phone/call_queues	a phone:write:call_queue
GET /phone/call_queues/{callQueueId}	a phone:read:call_queue
PATCH /phone/call_queues/{callQueueId}	a phone:update:call_queue
DELETE /phone/call_queues/{callQueueId}	a phone:delete:call_queue
GET /phone/call_queues/{callQueueId}/call_handling/settings	a phone:read:call_queue_call_handling_setting
PATCH /phone/call_queues/{callQueueId}/call_handling/settings/{hourType}	a phone:update:call_queue_call_handling_setting
GET /phone/call_queues/{callQueueId}/custom_groups	a phone:read:call_queue_custom_group
POST /phone/call_queues/{callQueueId}/custom_groups	a phone:write:call_queue_custom_group
GET /phone/call_queues/{callQueueId}/custom_groups/{customGroupId}	am phone:read:call_queue_custom_group
PATCH /phone/call_queues/{callQueueId}/custom_groups/{customGroupId}	a phone:update:call_queue_custom_group
DELETE /phone/call_queues/{callQueueId}/custom_groups/{customGroupId}	am phone:delete:call_queue_custom_group
POST /phone/call_queues/{callQueueId}/custom_groups/{customGroupId}/members	a phone:write:call_queue_custom_group_member
DELETE /phone/call_queues/{callQueueId}/custom_groups/{customGroupId}/members/{extensionId}	a phone:delete:call_queue_custom_group_member
GET /phone/call_queues/{callQueueId}/members	a phone:read:list_call_queue_members
POST /phone/call_queues/{callQueueId}/members	a phone:write:call_queue_member
DELETE /phone/call_queues/{callQueueId}/members	a phone:delete:call_queue_member
DELETE /phone/call_queues/{callQueueId}/members/{memberId}	a phone:delete:call_queue_member
POST /phone/call_queues/{callQueueId}/phone_numbers	a phone:write:call_queue_number
DELETE /phone/call_queues/{callQueueId}/phone_numbers	a phone:delete:call_queue_number
DELETE /phone/call_queues/{callQueueId}/phone_numbers/{phoneNumberId}	a phone:delete:call_queue_number
GET /phone/call_queues/{callQueueId}/policies	a phone:read:call_queue_policy
PATCH /phone/call_queues/{callQueueId}/policies	a phone:update:call_queue_policy
POST /phone/call_queues/{callQueueId}/policies/{policyType}	a phone:write:call_queue_policy
PATCH /phone/call_queues/{callQueueId}/policies/{policyType}	a phone:update:call_queue_policy
DELETE /phone/call_queues/{callQueueId}/policies/{policyType}	a phone:delete:call_queue_policy
GET /phone/call_queues/{callQueueId}/recordings	a phone:read:list_call_queue_recordings
GET /phone/call_queues/{callQueueId}/settings	a phone:read:call_queue_setting
POST /phone/call_queues/{callQueueId}/settings/{settingType}	a phone:write:call_queue_setting
PATCH /phone/call_queues/{callQueueId}/settings/{settingType}	a phone:update:call_queue_setting
DELETE /phone/call_queues/{callQueueId}/settings/{settingType}	a phone:delete:call_queue_setting
GET /phone/calling_plans	a phone:read:list_calling_plans
GET /phone/carrier_peering/numbers	a phone:read:list_peering_numbers
GET /phone/carrier_reseller/numbers	a phone:read:list_carrier_numbers
POST /phone/carrier_reseller/numbers	a phone:write:carrier_number
PATCH /phone/carrier_reseller/numbers	a phone:update:carrier_number
DELETE /phone/carrier_reseller/numbers/{number}	a phone:delete:carrier_number
GET /phone/common_areas	a phone:read:common_area
POST /phone/common_areas	a phone:write:common_area
POST /phone/common_areas/activation_code	a phone:write:common_area
GET /phone/common_areas/activation_codes	a phone:read:list_common_area_activation_codes
POST /phone/common_areas/template_id/{templateId}	a phone:write:apply_template_to_common_areas
GET /phone/common_areas/{commonAreaId}	a phone:read:common_area
PATCH /phone/common_areas/{commonAreaId}	a phone:update:common_area
DELETE /phone/common_areas/{commonAreaId}	a phone:delete:common_area
GET /phone/common_areas/{commonAreaId}/call_handling/settings	a phone:read:common_area_call_handling_setting
PATCH /phone/common_areas/{commonAreaId}/call_handling/settings/{hourType}	a phone:update:common_area_call_handling_setting
POST /phone/common_areas/{commonAreaId}/calling_plans	a phone:write:common_area_calling_plan
DELETE /phone/common_areas/{commonAreaId}/calling_plans/{type}	a phone:delete:common_area_calling_plan
GET /phone/common_areas/{commonAreaId}/outbound_calling/countries_regions	a phone:read:common_area_outbound_calling_rule
PATCH /phone/common_areas/{commonAreaId}/outbound_calling/countries_regions	a phone:update:common_area_outbound_calling_rule
GET /phone/common_areas/{commonAreaId}/outbound_calling/exception_rules	a phone:read:common_area_outbound_calling_rule
POST /phone/common_areas/{commonAreaId}/outbound_calling/exception_rules	a phone:write:common_area_outbound_calling_rule
PATCH /phone/common_areas/{commonAreaId}/outbound_calling/exception_rules/{exceptionRuleId}	a phone:update:common_area_outbound_calling_rule
DELETE /phone/common_areas/{commonAreaId}/outbound_calling/exception_rules/{exceptionRuleId}	a phone:delete:common_area_outbound_calling_rule
POST /phone/common_areas/{commonAreaId}/phone_numbers	a phone:write:common_area_number
DELETE /phone/common_areas/{commonAreaId}/phone_numbers/{phoneNumberId}	a phone:delete:common_area_number
PATCH /phone/common_areas/{commonAreaId}/pin_code	a phone:update:common_area
GET /phone/common_areas/{commonAreaId}/settings	a phone:read:list_common_area_settings
POST /phone/common_areas/{commonAreaId}/settings/{settingType}	a phone:write:common_area_setting
PATCH /phone/common_areas/{commonAreaId}/settings/{settingType}	a phone:update:common_area_setting
DELETE /phone/common_areas/{commonAreaId}/settings/{settingType}	a phone:delete:common_area_setting
GET /phone/devices	a phone:read:list_devices
POST /phone/devices	a phone:write:device
POST /phone/devices/sync	a phone:write:sync_device
GET /phone/devices/{deviceId}	a phone:read:device
PATCH /phone/devices/{deviceId}	a phone:update:device
DELETE /phone/devices/{deviceId}	a phone:delete:device
POST /phone/devices/{deviceId}/extensions	a phone:write:device_extension
DELETE /phone/devices/{deviceId}/extensions/{extensionId}	a phone:delete:device_extension
GET /phone/devices/{deviceId}/line_keys	ua phone:read:device_line_keys
PATCH /phone/devices/{deviceId}/line_keys	ua phone:update:device_line_keys
PUT /phone/devices/{deviceId}/provision_templates	a phone:update:device_provision_template
POST /phone/devices/{deviceId}/reboot	a phone:write:reboot_device
GET /phone/dial_by_name_directory/extensions	a phone:read:directory
POST /phone/dial_by_name_directory/extensions	a phone:write:directory
DELETE /phone/dial_by_name_directory/extensions	a phone:delete:directory
GET /phone/emergency_addresses	a phone:read:list_emergency_addresses
POST /phone/emergency_addresses	a phone:write:emergency_address
GET /phone/emergency_addresses/{emergencyAddressId}	a phone:read:emergency_address
PATCH /phone/emergency_addresses/{emergencyAddressId}	a phone:update:emergency_address
DELETE /phone/emergency_addresses/{emergencyAddressId}	a phone:delete:emergency_address
GET /phone/extension/{extensionId}/call_handling/settings	a phone:read:list_call_handling_settings
POST /phone/extension/{extensionId}/call_handling/settings/{settingType}	a phone:write:call_handling_setting
PATCH /phone/extension/{extensionId}/call_handling/settings/{settingType}	a phone:update:call_handling_setting
DELETE /phone/extension/{extensionId}/call_handling/settings/{settingType}	a phone:delete:call_handling_setting
GET /phone/extension/{extensionId}/fax/logs	ua phone:read:list_fax_log
GET /phone/extension/{extensionId}/inbound_blocked/rules	ua phone:read:list_extension_inbound_block_rules
POST /phone/extension/{extensionId}/inbound_blocked/rules	ua phone:write:extension_inbound_block_rule
DELETE /phone/extension/{extensionId}/inbound_blocked/rules	ua phone:delete:extension_inbound_block_rule
GET /phone/extension/{extensionId}/line_keys	ua phone:read:line_keys
PATCH /phone/extension/{extensionId}/line_keys	ua phone:update:line_keys
DELETE /phone/extension/{extensionId}/line_keys/{lineKeyId}	ua phone:delete:line_keys
GET /phone/external_contacts	a phone:read:list_external_contacts
POST /phone/external_contacts	a phone:write:external_contact
GET /phone/external_contacts/{externalContactId}	a phone:read:external_contact
PATCH /phone/external_contacts/{externalContactId}	a phone:update:external_contact
DELETE /phone/external_contacts/{externalContactId}	a phone:delete:external_contact
POST /phone/fax/documents	ua phone:write:send_fax
GET /phone/fax/logs	a phone:read:list_fax_log
GET /phone/fax/logs/{faxLogId}	a phone:read:list_fax_log
PATCH /phone/fax/logs/{faxLogId}	ua phone:read:fax_log
DELETE /phone/fax/logs/{faxLogId}	ua phone:delete:fax_log
GET /phone/fax/logs/{faxLogId}/file/{fileId}	ua phone:read:fax_log
GET /phone/firmware_update_rules	a phone:read:list_firmware_update_rules
POST /phone/firmware_update_rules	a phone:write:firmware_update_rule
GET /phone/firmware_update_rules/{ruleId}	a phone:read:firmware_update_rule
PATCH /phone/firmware_update_rules/{ruleId}	a phone:update:firmware_update_rule
DELETE /phone/firmware_update_rules/{ruleId}	a phone:delete:firmware_update_rule
GET /phone/firmwares	a phone:read:list_firmwares
GET /phone/group_call_pickup	a phone:read:list_call_pickup_groups
POST /phone/group_call_pickup	a phone:write:call_pickup_group
GET /phone/group_call_pickup/{groupId}	a phone:read:call_pickup_group
PATCH /phone/group_call_pickup/{groupId}	a phone:update:call_pickup_group
DELETE /phone/group_call_pickup/{groupId}	a phone:delete:call_pickup_group
GET /phone/group_call_pickup/{groupId}/members	a phone:read:call_pickup_group_member
POST /phone/group_call_pickup/{groupId}/members	a phone:write:call_pickup_group_member
DELETE /phone/group_call_pickup/{groupId}/members/{extensionId}	a phone:delete:call_pickup_group_member
GET /phone/groups/{groupId}/policies/{policyType}	a phone:read:group_policy
PATCH /phone/groups/{groupId}/policies/{policyType}	a phone:update:group_policy
GET /phone/groups/{groupId}/settings	a phone:read:group_setting
GET /phone/inbound_blocked/extension_rules/statistics	a phone:read:list_extension_inbound_block_rules_stat
DELETE /phone/inbound_blocked/extension_rules/statistics	a phone:delete:extension_inbound_block_rule_stat
PATCH /phone/inbound_blocked/extension_rules/statistics/blocked_for_all	a phone:update:inbound_blocked_for_all
GET /phone/inbound_blocked/rules	a phone:read:list_inbound_block_rules
POST /phone/inbound_blocked/rules	a phone:write:inbound_block_rule
DELETE /phone/inbound_blocked/rules	a phone:delete:inbound_block_rule
PATCH /phone/inbound_blocked/rules/{blockedRuleId}	a phone:update:inbound_block_rule
GET /phone/locations	a phone:read:list_emergency_locations
POST /phone/locations	a phone:write:emergency_location
GET /phone/locations/{locationId}	a phone:read:emergency_location
PATCH /phone/locations/{locationId}	a phone:update:emergency_location
DELETE /phone/locations/{locationId}	a phone:delete:emergency_location
GET /phone/metrics/call_logs	a phone:read:list_call_logs
GET /phone/metrics/call_logs/{callId}/qos	a phone:read:call_qos
GET /phone/metrics/call_logs/{call_id}	a phone:read:call_log
GET /phone/metrics/emergency_services/default_emergency_address/users	a phone:read:default_emergency_address
GET /phone/metrics/emergency_services/detectable_personal_location/users	a phone:read:detectable_personal_location
GET /phone/metrics/emergency_services/location_sharing_permission/users	a phone:read:location_sharing_permission
GET /phone/metrics/emergency_services/nomadic_emergency_services/users	a phone:read:nomadic_emergency_services
GET /phone/metrics/emergency_services/realtime_location/devices	a phone:read:realtime_location_devices
GET /phone/metrics/emergency_services/realtime_location/users	a phone:read:realtime_location_users
GET /phone/metrics/location_tracking	a phone:read:list_tracked_locations
GET /phone/metrics/past_calls	a phone:read:list_call_logs
GET /phone/monitoring_groups	a phone:read:list_monitoring_groups
POST /phone/monitoring_groups	a phone:write:monitoring_group
GET /phone/monitoring_groups/{monitoringGroupId}	a phone:read:monitoring_group
PATCH /phone/monitoring_groups/{monitoringGroupId}	a phone:update:monitoring_group
DELETE /phone/monitoring_groups/{monitoringGroupId}	a phone:delete:monitoring_group
GET /phone/monitoring_groups/{monitoringGroupId}/monitor_members	a phone:read:list_monitoring_group_members
POST /phone/monitoring_groups/{monitoringGroupId}/monitor_members	a phone:write:monitoring_group_member
DELETE /phone/monitoring_groups/{monitoringGroupId}/monitor_members	a phone:delete:monitoring_group_member
DELETE /phone/monitoring_groups/{monitoringGroupId}/monitor_members/{memberExtensionId}	a phone:delete:monitoring_group_member
GET /phone/numbers	a phone:read:list_numbers
DELETE /phone/numbers	a phone:delete:number
PATCH /phone/numbers/sites/{siteId}	a phone:update:site_number
GET /phone/numbers/{phoneNumberId}	a phone:read:numbers
PATCH /phone/numbers/{phoneNumberId}	a phone:update:number
GET /phone/outbound_caller_id/customized_numbers	a phone:read:list_customized_number
POST /phone/outbound_caller_id/customized_numbers	a phone:write:customized_number
DELETE /phone/outbound_caller_id/customized_numbers	a phone:delete:customized_number
GET /phone/outbound_calling/countries_regions	a phone:read:list_outbound_calling_rules
PATCH /phone/outbound_calling/countries_regions	a phone:update:outbound_calling_rule
GET /phone/outbound_calling/exception_rules	a phone:read:list_outbound_calling_rules
POST /phone/outbound_calling/exception_rules	a phone:write:outbound_calling_rule
PATCH /phone/outbound_calling/exception_rules/{exceptionRuleId}	a phone:update:outbound_calling_rule
DELETE /phone/outbound_calling/exception_rules/{exceptionRuleId}	a phone:delete:outbound_calling_rule
GET /phone/peering/numbers	a phone:read:list_peering_numbers
POST /phone/peering/numbers	a phone:write:peering_number
PATCH /phone/peering/numbers	a phone:update:peering_number
DELETE /phone/peering/numbers	a phone:delete:peering_number
GET /phone/plans	a phone:read:list_calling_plans
GET /phone/policies/{policyType}	a phone:read:policy
PATCH /phone/policies/{policyType}	a phone:update:policy
GET /phone/ported_numbers/orders	a phone:read:list_ported_numbers
GET /phone/ported_numbers/orders/{orderId}	a phone:read:ported_number
GET /phone/private_directory/members	a phone:read:list_private_directory_members
POST /phone/private_directory/members	a phone:write:private_directory_member
PATCH /phone/private_directory/members/{extensionId}	a phone:update:private_directory_member
DELETE /phone/private_directory/members/{extensionId}	a phone:delete:private_directory_member
GET /phone/provision_templates	a phone:read:list_provision_templates
POST /phone/provision_templates	a phone:write:provision_template
GET /phone/provision_templates/{templateId}	a phone:read:provision_template
PATCH /phone/provision_templates/{templateId}	a phone:update:provision_template
DELETE /phone/provision_templates/{templateId}	a phone:delete:provision_template
GET /phone/recording/download/{fileId}	ua phone:read:call_recording
GET /phone/recording_transcript/download/{recordingId}	ua phone:read:recording_transcript
GET /phone/recordings	a phone:read:list_call_recordings
PATCH /phone/recordings/{recordingId}	ua phone:update:call_recording
DELETE /phone/recordings/{recordingId}	ua phone:delete:call_recording
PUT /phone/recordings/{recordingId}/status	ua phone:update:call_recording
GET /phone/reports/call_charges	a phone:read:call_charges
GET /phone/reports/fax_charges	a phone:read:fax_charges
GET /phone/reports/operationlogs	a phone:read:operation_logs
GET /phone/reports/sms_charges	a phone:read:sms_charges
GET /phone/roles	a phone:read:list_roles
POST /phone/roles	a phone:write:role
GET /phone/roles/{roleId}	a phone:read:role
PATCH /phone/roles/{roleId}	a phone:update:role
DELETE /phone/roles/{roleId}	a phone:delete:role
GET /phone/roles/{roleId}/members	a phone:read:role_member
POST /phone/roles/{roleId}/members	a phone:write:role_member
DELETE /phone/roles/{roleId}/members	a phone:delete:role_member
GET /phone/roles/{roleId}/targets	a phone:read:list_roles
POST /phone/roles/{roleId}/targets	a phone:write:role
DELETE /phone/roles/{roleId}/targets	a phone:delete:role
GET /phone/rooms	a phone:read:list_rooms
POST /phone/rooms	a phone:write:room
GET /phone/rooms/unassigned	a phone:read:list_rooms
GET /phone/rooms/{roomId}	a phone:read:room
PATCH /phone/rooms/{roomId}	a phone:update:room
DELETE /phone/rooms/{roomId}	a phone:delete:room
POST /phone/rooms/{roomId}/calling_plans	a phone:write:room_calling_plan
DELETE /phone/rooms/{roomId}/calling_plans/{type}	a phone:delete:room_calling_plan
POST /phone/rooms/{roomId}/phone_numbers	a phone:write:room_phone_number
DELETE /phone/rooms/{roomId}/phone_numbers/{phoneNumberId}	a phone:delete:room_phone_number
GET /phone/routing_rules	a phone:read:list_routing_rules
POST /phone/routing_rules	a phone:write:routing_rule
GET /phone/routing_rules/{routingRuleId}	a phone:read:routing_rule
PATCH /phone/routing_rules/{routingRuleId}	a phone:update:routing_rule
DELETE /phone/routing_rules/{routingRuleId}	a phone:delete:routing_rule
GET /phone/setting_templates	a phone:read:list_setting_templates
POST /phone/setting_templates	a phone:write:setting_template
GET /phone/setting_templates/{templateId}	a phone:read:setting_template
PATCH /phone/setting_templates/{templateId}	a phone:update:setting_template
GET /phone/settings	a phone:read:settings
PATCH /phone/settings	a phone:update:settings
GET /phone/shared_line_appearances	a phone:read:list_shared_line_appearances
GET /phone/shared_line_groups	a phone:read:list_shared_line_groups
POST /phone/shared_line_groups	a phone:write:shared_line_group
GET /phone/shared_line_groups/{sharedLineGroupId}	a phone:read:shared_line_group
GET /phone/shared_line_groups/{sharedLineGroupId}/call_handling/settings	a phone:read:shared_line_group_call_handling_setting
PATCH /phone/shared_line_groups/{sharedLineGroupId}/call_handling/settings/{hourType}	a phone:update:shared_line_group_call_handling_setting
GET /phone/shared_line_groups/{sharedLineGroupId}/policies	a phone:read:shared_line_group_policy
PATCH /phone/shared_line_groups/{sharedLineGroupId}/policies	a phone:update:shared_line_group_policy
GET /phone/shared_line_groups/{sharedLineGroupId}/settings	a phone:read:shared_line_group_setting
POST /phone/shared_line_groups/{sharedLineGroupId}/settings/{settingType}	a phone:write:shared_line_group_setting
PATCH /phone/shared_line_groups/{sharedLineGroupId}/settings/{settingType}	a phone:update:shared_line_group_setting
DELETE /phone/shared_line_groups/{sharedLineGroupId}/settings/{settingType}	a phone:delete:shared_line_group_setting
PATCH /phone/shared_line_groups/{slgId}	a phone:update:shared_line_group
DELETE /phone/shared_line_groups/{slgId}	a phone:delete:shared_line_group
POST /phone/shared_line_groups/{slgId}/members	a phone:write:shared_line_member
DELETE /phone/shared_line_groups/{slgId}/members	a phone:delete:shared_line_member
DELETE /phone/shared_line_groups/{slgId}/members/{memberId}	a phone:delete:shared_line_member
POST /phone/shared_line_groups/{slgId}/phone_numbers	a phone:write:shared_line_group_number
DELETE /phone/shared_line_groups/{slgId}/phone_numbers	a phone:delete:shared_line_group_number
DELETE /phone/shared_line_groups/{slgId}/phone_numbers/{phoneNumberId}	a phone:delete:shared_line_group_number
POST /phone/shared_line_groups/{slgId}/policies/{policyType}	a phone:write:shared_line_group_policy
PATCH /phone/shared_line_groups/{slgId}/policies/{policyType}	a phone:update:shared_line_group_policy
DELETE /phone/shared_line_groups/{slgId}/policies/{policyType}	a phone:delete:shared_line_group_policy
GET /phone/sip_groups	a phone:read:list_sip_groups
GET /phone/sip_trunk/trunks	a phone:read:list_sip_trunks
GET /phone/sites	a phone:read:list_sites
POST /phone/sites	a phone:write:site
GET /phone/sites/{siteId}	a phone:read:site
PATCH /phone/sites/{siteId}	a phone:update:site
DELETE /phone/sites/{siteId}	a phone:delete:site
GET /phone/sites/{siteId}/dial_by_name_directory/extensions	a phone:read:directory
POST /phone/sites/{siteId}/dial_by_name_directory/extensions	a phone:write:directory
DELETE /phone/sites/{siteId}/dial_by_name_directory/extensions	a phone:delete:directory
GET /phone/sites/{siteId}/outbound_caller_id/customized_numbers	a phone:read:list_site_customized_number
POST /phone/sites/{siteId}/outbound_caller_id/customized_numbers	a phone:write:site_customized_number
DELETE /phone/sites/{siteId}/outbound_caller_id/customized_numbers	a phone:delete:site_customized_number
GET /phone/sites/{siteId}/outbound_calling/countries_regions	a phone:read:site_outbound_calling_rule
PATCH /phone/sites/{siteId}/outbound_calling/countries_regions	a phone:update:site_outbound_calling_rule
GET /phone/sites/{siteId}/outbound_calling/exception_rules	a phone:read:site_outbound_calling_rule
POST /phone/sites/{siteId}/outbound_calling/exception_rules	a phone:write:site_outbound_calling_rule
PATCH /phone/sites/{siteId}/outbound_calling/exception_rules/{exceptionRuleId}	a phone:update:site_outbound_calling_rule
DELETE /phone/sites/{siteId}/outbound_calling/exception_rules/{exceptionRuleId}	a phone:delete:site_outbound_calling_rule
GET /phone/sites/{siteId}/settings/{settingType}	a phone:read:site_setting
POST /phone/sites/{siteId}/settings/{settingType}	a phone:write:site_setting
PATCH /phone/sites/{siteId}/settings/{settingType}	a phone:update:site_setting
DELETE /phone/sites/{siteId}/settings/{settingType}	a phone:delete:site_setting
GET /phone/smartphones	a phone:read:list_devices
POST /phone/sms/messages	ua phone:read:sms_message
GET /phone/sms/sessions	ua phone:read:list_sms_sessions
GET /phone/sms/sessions/{sessionId}	ua phone:read:sms_session
GET /phone/sms/sessions/{sessionId}/messages/{messageId}	ua phone:read:sms_message
GET /phone/sms/sessions/{sessionId}/sync	ua phone:read:sms_session
GET /phone/sms_campaigns	a phone:read:list_sms_campaigns
GET /phone/sms_campaigns/{smsCampaignId}	a phone:read:sms_campaign
POST /phone/sms_campaigns/{smsCampaignId}/phone_numbers	a phone:write:sms_campaign_number
GET /phone/sms_campaigns/{smsCampaignId}/phone_numbers/opt_status	a phone:read:sms_campaign_number_opt_status
PATCH /phone/sms_campaigns/{smsCampaignId}/phone_numbers/opt_status	a phone:update:sms_campaign_number_opt_status
DELETE /phone/sms_campaigns/{smsCampaignId}/phone_numbers/{phoneNumberId}	a phone:delete:sms_campaign_number
GET /phone/sms_consent/{consentId}/phone_numbers/opt_status	a phone:read:sms_consent_number_opt_status
GET /phone/user/{userId}/ai_call_summary/{aiCallSummaryId}	ua phone:read:ai_call_summary
GET /phone/user/{userId}/sms_campaigns/phone_numbers/opt_status	ua phone:read:sms_campaign_number_opt_status
GET /phone/users	a phone:read:list_users
POST /phone/users/batch	a phone:write:batch_users
PUT /phone/users/batch	a phone:update:batch_users
GET /phone/users/{userId}	ua phone:read:user
PATCH /phone/users/{userId}	ua phone:update:user
GET /phone/users/{userId}/audios	ua phone:read:list_audios
POST /phone/users/{userId}/audios	ua phone:write:audio
POST /phone/users/{userId}/audios/batch	ua phone:write:batch_audios
POST /phone/users/{userId}/call_forward_settings/{hourType}	ua phone:write:user_call_handling_setting
DELETE /phone/users/{userId}/call_forward_settings/{hourType}	ua phone:delete:user_call_handling_setting
GET /phone/users/{userId}/call_handling/settings	ua phone:read:user_call_handling_setting
PATCH /phone/users/{userId}/call_handling/settings/{hourType}	ua phone:update:user_call_handling_setting
GET /phone/users/{userId}/call_history	ua phone:read:list_call_logs
GET /phone/users/{userId}/call_history/sync	ua phone:read:list_call_logs
DELETE /phone/users/{userId}/call_history/{callLogId}	ua phone:delete:call_log
GET /phone/users/{userId}/call_logs	ua phone:read:list_call_logs
GET /phone/users/{userId}/call_logs/sync	ua phone:read:list_call_logs
DELETE /phone/users/{userId}/call_logs/{callLogId}	ua phone:delete:call_log
GET /phone/users/{userId}/call_logs/{id}/voice_mail	ua phone:read:voicemail
POST /phone/users/{userId}/calling_plans	ua phone:write:calling_plan
PUT /phone/users/{userId}/calling_plans	ua phone:update:calling_plan
DELETE /phone/users/{userId}/calling_plans/{planType}	ua phone:delete:users_calling_plan
GET /phone/users/{userId}/outbound_caller_id/customized_numbers	ua phone:read:list_user_customized_number
POST /phone/users/{userId}/outbound_caller_id/customized_numbers	ua phone:write:user_customized_number
DELETE /phone/users/{userId}/outbound_caller_id/customized_numbers	ua phone:delete:user_customized_number
GET /phone/users/{userId}/outbound_calling/countries_regions	a phone:read:user_outbound_calling_rule
PATCH /phone/users/{userId}/outbound_calling/countries_regions	a phone:update:user_outbound_calling_rule
GET /phone/users/{userId}/outbound_calling/exception_rules	a phone:read:user_outbound_calling_rule
POST /phone/users/{userId}/outbound_calling/exception_rules	a phone:write:user_outbound_calling_rule
PATCH /phone/users/{userId}/outbound_calling/exception_rules/{exceptionRuleId}	a phone:update:user_outbound_calling_rule
DELETE /phone/users/{userId}/outbound_calling/exception_rules/{exceptionRuleId}	a phone:delete:user_outbound_calling_rule
POST /phone/users/{userId}/phone_numbers	ua phone:write:user_number
DELETE /phone/users/{userId}/phone_numbers/{phoneNumberId}	ua phone:delete:user_number
GET /phone/users/{userId}/policies/{policyType}	a phone:read:user_policy
PATCH /phone/users/{userId}/policies/{policyType}	a phone:update:user_policy
POST /phone/users/{userId}/profile_settings/{settingType}	ua phone:write:user_setting
DELETE /phone/users/{userId}/profile_settings/{settingType}	ua phone:delete:user_setting
GET /phone/users/{userId}/recordings	ua phone:read:list_recordings
GET /phone/users/{userId}/settings	ua phone:read:user_setting
PATCH /phone/users/{userId}/settings	ua phone:update:user_setting
POST /phone/users/{userId}/settings/{settingType}	ua phone:write:shared_setting
PATCH /phone/users/{userId}/settings/{settingType}	ua phone:update:shared_setting
DELETE /phone/users/{userId}/settings/{settingType}	ua phone:delete:shared_setting
GET /phone/users/{userId}/sms/sessions	ua phone:read:list_sms_sessions
GET /phone/users/{userId}/sms/sessions/sync	ua phone:read:sms_session
GET /phone/users/{userId}/voice_mails	ua phone:read:list_voicemails
GET /phone/voice_mails	a phone:read:list_voicemails
GET /phone/voice_mails/download/{fileId}	ua phone:read:voicemail
GET /phone/voice_mails/{voicemailId}	ua phone:read:voicemail
PATCH /phone/voice_mails/{voicemailId}	ua phone:update:voicemail
DELETE /phone/voice_mails/{voicemailId}	ua phone:delete:voicemail
= QSS
GET /accounts/{accountId}/metrics/meetings/{meetingId}/participants/qos_summary	m dashboard:read:list_meeting_participants_qos
GET /accounts/{accountId}/metrics/webinars/{webinarId}/participants/qos_summary	m dashboard:read:list_webinar_participants_qos
GET /metrics/meetings/{meetingId}/participants/qos_summary	a dashboard:read:list_meeting_participants_qos
GET /metrics/webinars/{webinarId}/participants/qos_summary	a dashboard:read:list_webinar_participants_qos
= Quality Management
GET /qm/automated_evaluations	ua zoom_quality_management:read:evaluations
GET /qm/evaluation	ua zoom_quality_management:read:evaluations
GET /qm/evaluation/{evaluationId}	ua zoom_quality_management:read:evaluations
GET /qm/interactions	ua zoom_quality_management:read:interactions
POST /qm/interactions	ua zoom_quality_management:write:interactions
GET /qm/interactions/{interactionId}	ua zoom_quality_management:read:interactions
= Revenue Accelerator
GET /iq/conversations	ua zra:read:list_conversations
POST /iq/conversations	ua zra:write:conversation
GET /iq/conversations/{conversationId}	ua zra:read:conversations
DELETE /iq/conversations/{conversationId}	ua zra:delete:conversations
GET /iq/conversations/{conversationId}/comments	ua zra:read:list_conversation_comments
POST /iq/conversations/{conversationId}/comments	ua zra:write:conversation_comment
PATCH /iq/conversations/{conversationId}/comments/{commentId}	ua zra:update:conversation_comment
DELETE /iq/conversations/{conversationId}/comments/{commentId}	ua zra:delete:conversation_comment
GET /iq/conversations/{conversationId}/content_analysis	ua zra:read:conversation_analysis
GET /iq/conversations/{conversationId}/interactions	ua zra:read:conversation_participants
GET /iq/conversations/{conversationId}/scorecards	ua zra:read:conversation_scorecards
PATCH /iq/conversations/{conversationId}/update_host	ua zra:update:conversation_host
GET /iq/deals	ua zra:read:list_deals
GET /iq/deals/{dealId}	ua zra:read:deal
GET /iq/deals/{dealId}/activities	ua zra:read:list_deal_activities
DELETE /iq/deals/{dealId}/activities	ua zra:delete:deal_activity
POST /iq/files	ua zra:write:file
POST /iq/files/multipart	ua zra:write:file
POST /iq/files/multipart/upload_events	ua zra:write:file
GET /iq/settings/indicators	ua zra:read:indicator
POST /iq/users/{userId}/conversations	ua zra:write:conversation
GET /iq/users/{userId}/conversations/playlists	u zra:read:list_conversation_playlists
GET /zra/conversations	ua zra:read:list_conversations
POST /zra/conversations	ua zra:write:conversation
GET /zra/conversations/{conversationId}	ua zra:read:conversations
DELETE /zra/conversations/{conversationId}	ua zra:delete:conversations
GET /zra/conversations/{conversationId}/comments	ua zra:read:list_conversation_comments
POST /zra/conversations/{conversationId}/comments	ua zra:read:list_conversation_comments
PATCH /zra/conversations/{conversationId}/comments/{commentId}	ua zra:update:conversation_comment
DELETE /zra/conversations/{conversationId}/comments/{commentId}	ua zra:delete:conversation_comment
GET /zra/conversations/{conversationId}/content_analysis	ua zra:read:conversation_analysis
GET /zra/conversations/{conversationId}/interactions	ua zra:read:conversation_participants
GET /zra/conversations/{conversationId}/scorecards	ua zra:read:conversation_scorecards
PATCH /zra/conversations/{conversationId}/update_host	ua zra:update:conversation_host
GET /zra/crm/accounts	a zra:read:crm_account
POST /zra/crm/accounts	a zra:write:crm_accounts
GET /zra/crm/contacts	a zra:read:crm_contact
POST /zra/crm/contacts	a zra:write:crm_contact
GET /zra/crm/deals	a zra:read:crm_deal
POST /zra/crm/deals	a zra:write:crm_deal
GET /zra/crm/leads	a zra:read:crm_lead
POST /zra/crm/leads	a zra:write:crm_lead
GET /zra/crm/settings	a zra:read:crm_registration
POST /zra/crm/settings	a zra:write:crm_registration
DELETE /zra/crm/settings	a zra:delete:crm_registration
GET /zra/crm/tasks/{taskId}	a zra:read:crm_task
GET /zra/deals	ua zra:read:list_deals
GET /zra/deals/{dealId}	ua zra:read:deal
GET /zra/deals/{dealId}/activities	ua zra:read:list_deal_activities
DELETE /zra/deals/{dealId}/activities	ua zra:delete:deal_activity
POST /zra/files	ua zra:write:file
POST /zra/files/multipart	ua zra:write:file
POST /zra/files/multipart/upload_events	ua zra:write:file
GET /zra/scheduled	ua zra:read:list_conversations
GET /zra/settings/indicators	ua zra:read:indicator
POST /zra/team	a zra:write:team
GET /zra/team/unassigned_team_users	a zra:read:unassigned_team_users
GET /zra/team/{teamId}	a zra:read:team
PATCH /zra/team/{teamId}	a zra:update:team
DELETE /zra/team/{teamId}	a zra:delete:team
POST /zra/team/{teamId}/access/granted-from	a zra:write:team
DELETE /zra/team/{teamId}/access/granted-from	a zra:delete:team
POST /zra/team/{teamId}/access/granted-to	a zra:write:team
DELETE /zra/team/{teamId}/access/granted-to	a zra:delete:team
PATCH /zra/team/{teamId}/parent_team	a zra:update:team
GET /zra/team/{teamId}/team_managers	a zra:read:team_managers
POST /zra/team/{teamId}/team_managers	a zra:write:team_manages
DELETE /zra/team/{teamId}/team_managers	a zra:delete:team_managers
GET /zra/team/{teamId}/team_members	a zra:read:team_members
POST /zra/team/{teamId}/team_members	a zra:write:team_members
DELETE /zra/team/{teamId}/team_members	a zra:delete:team_members
GET /zra/teams	a zra:read:team_list
POST /zra/users/{userId}/conversations	ua zra:write:conversation
GET /zra/users/{userId}/conversations/playlists	u zra:read:list_conversation_playlists
= Rooms
GET /accounts/{accountId}/rooms	m zoom_rooms:read:list_rooms
POST /accounts/{accountId}/rooms	m zoom_rooms:write:room
GET /accounts/{accountId}/rooms/account_profile	m zoom_rooms:read:account_profile
PATCH /accounts/{accountId}/rooms/account_profile	m zoom_rooms:update:account_profile
GET /accounts/{accountId}/rooms/account_settings	m zoom_rooms:read:account_settings
PATCH /accounts/{accountId}/rooms/account_settings	m zoom_rooms:update:account_settings
GET /accounts/{accountId}/rooms/content/digital_signage/contents	m zoom_rooms:read:digital_signage_library_contents
POST /accounts/{accountId}/rooms/content/digital_signage/contents	m zoom_rooms:write:digital_signage_library_contents
GET /accounts/{accountId}/rooms/content/digital_signage/contents/{contentId}	m zoom_rooms:read:digital_signage_library_contents
PATCH /accounts/{accountId}/rooms/content/digital_signage/contents/{contentId}	m zoom_rooms:write:digital_signage_library_contents
DELETE /accounts/{accountId}/rooms/content/digital_signage/contents/{contentId}	m zoom_rooms:write:digital_signage_library_contents
POST /accounts/{accountId}/rooms/content/digital_signage/folders	m zoom_rooms:write:digital_signage_library_contents
GET /accounts/{accountId}/rooms/content/digital_signage/folders/{folderId}	m zoom_rooms:read:digital_signage_library_contents
PATCH /accounts/{accountId}/rooms/content/digital_signage/folders/{folderId}	m zoom_rooms:write:digital_signage_library_contents
DELETE /accounts/{accountId}/rooms/content/digital_signage/folders/{folderId}	m zoom_rooms:write:digital_signage_library_contents
GET /accounts/{accountId}/rooms/content/digital_signage/playlists	m zoom_rooms:read:digital_signage_library_playlists
POST /accounts/{accountId}/rooms/content/digital_signage/playlists	m zoom_rooms:write:digital_signage_library_playlists
GET /accounts/{accountId}/rooms/content/digital_signage/playlists/{playlistId}	m zoom_rooms:read:digital_signage_library_playlists
PATCH /accounts/{accountId}/rooms/content/digital_signage/playlists/{playlistId}	m zoom_rooms:write:digital_signage_library_playlists
DELETE /accounts/{accountId}/rooms/content/digital_signage/playlists/{playlistId}	m zoom_rooms:write:digital_signage_library_playlists
GET /accounts/{accountId}/rooms/content/digital_signage/playlists/{playlistId}/contents	m zoom_rooms:read:digital_signage_library_playlists
PUT /accounts/{accountId}/rooms/content/digital_signage/playlists/{playlistId}/contents	m zoom_rooms:write:digital_signage_library_playlists
GET /accounts/{accountId}/rooms/content/digital_signage/playlists/{playlistId}/rooms	m zoom_rooms:read:digital_signage_library_playlists
PUT /accounts/{accountId}/rooms/content/digital_signage/playlists/{playlistId}/rooms	m zoom_rooms:write:digital_signage_library_playlists
PATCH /accounts/{accountId}/rooms/events	m zoom_rooms:update:room_controls
GET /accounts/{accountId}/rooms/locations	m zoom_rooms:read:list_locations
POST /accounts/{accountId}/rooms/locations	m zoom_rooms:write:location
GET /accounts/{accountId}/rooms/locations/structure	m zoom_rooms:read:location_hierarchy
PUT /accounts/{accountId}/rooms/locations/structure	m zoom_rooms:update:location_hierarchy
GET /accounts/{accountId}/rooms/locations/{locationId}	m zoom_rooms:read:location
PATCH /accounts/{accountId}/rooms/locations/{locationId}	m zoom_rooms:update:location
DELETE /accounts/{accountId}/rooms/locations/{locationId}	m zoom_rooms:write:location
PUT /accounts/{accountId}/rooms/locations/{locationId}/location	m zoom_rooms:update:location
GET /accounts/{accountId}/rooms/locations/{locationId}/settings	m zoom_rooms:read:location_settings
PATCH /accounts/{accountId}/rooms/locations/{locationId}/settings	m zoom_rooms:update:location_settings
PATCH /accounts/{accountId}/rooms/{id}/events	m zoom_rooms:update:room_control
GET /accounts/{accountId}/rooms/{id}/settings	m zoom_rooms:read:room_settings
PATCH /accounts/{accountId}/rooms/{id}/settings	m zoom_rooms:update:room_settings
GET /accounts/{accountId}/rooms/{roomId}	m zoom_rooms:read:room
PATCH /accounts/{accountId}/rooms/{roomId}	m zoom_rooms:update:room
DELETE /accounts/{accountId}/rooms/{roomId}	m zoom_rooms:delete:room
GET /accounts/{accountId}/rooms/{roomId}/device_profiles	m zoom_rooms:read:list_device_profiles
POST /accounts/{accountId}/rooms/{roomId}/device_profiles	m zoom_rooms:write:device_profile
GET /accounts/{accountId}/rooms/{roomId}/device_profiles/{deviceProfileId}	m zoom_rooms:read:device_profile
PATCH /accounts/{accountId}/rooms/{roomId}/device_profiles/{deviceProfileId}	m zoom_rooms:update:device_profile
DELETE /accounts/{accountId}/rooms/{roomId}/device_profiles/{deviceProfileId}	m zoom_rooms:delete:device_profile
GET /accounts/{accountId}/rooms/{roomId}/devices	m zoom_rooms:read:list_devices
PUT /accounts/{accountId}/rooms/{roomId}/devices/{deviceId}/app_version	m zoom_rooms:update:device_app_version
PUT /accounts/{accountId}/rooms/{roomId}/location	m zoom_rooms:update:room_location
GET /accounts/{accountId}/rooms/{roomId}/virtual_controller	a zoom_rooms:read:virtual_controller
POST /accounts/{accountId}/zrdigitalsignage/files	m zoom_rooms:write:digital_signage_library_contents
PUT /accounts/{accountId}/zrdigitalsignage/files	m zoom_rooms:write:digital_signage_library_contents
GET /rooms	a zoom_rooms:read:list_rooms
POST /rooms	a zoom_rooms:write:room
GET /rooms/account_profile	a zoom_rooms:read:account_profile
PATCH /rooms/account_profile	a zoom_rooms:update:account_profile
GET /rooms/account_settings	a zoom_rooms:read:account_settings
PATCH /rooms/account_settings	a zoom_rooms:update:account_settings
GET /rooms/calendar/services	a zoom_rooms:read:list_calendar_services
DELETE /rooms/calendar/services/{serviceId}	a zoom_rooms:delete:calendar_service
GET /rooms/calendar/services/{serviceId}/resources	a zoom_rooms:read:list_calendar_resources
POST /rooms/calendar/services/{serviceId}/resources	a zoom_rooms:write:calendar_resource
GET /rooms/calendar/services/{serviceId}/resources/{resourceId}	a zoom_rooms:read:calendar_resource
DELETE /rooms/calendar/services/{serviceId}/resources/{resourceId}	a zoom_rooms:delete:calendar_resource
PUT /rooms/calendar/services/{serviceId}/sync	a zoom_rooms:update:calendar_service
GET /rooms/content/background/contents	a zoom_rooms:read:background_library_content
GET /rooms/content/background/contents/{contentId}	a zoom_rooms:read:background_library_content
DELETE /rooms/content/background/contents/{contentId}	a zoom_rooms:delete:background_library_content
GET /rooms/content/background/defaults	a zoom_rooms:read:background_library_content
GET /rooms/content/background/folders	a zoom_rooms:read:background_library_folder
POST /rooms/content/background/folders	a zoom_rooms:write:background_library_folder
GET /rooms/content/background/folders/{folderId}	a zoom_rooms:read:background_library_folder
PATCH /rooms/content/background/folders/{folderId}	a zoom_rooms:update:background_library_folder
DELETE /rooms/content/background/folders/{folderId}	a zoom_rooms:delete:background_library_folder
GET /rooms/content/digital_signage/contents	a zoom_rooms:read:digital_signage_library_contents
POST /rooms/content/digital_signage/contents	a zoom_rooms:write:digital_signage_library_contents
GET /rooms/content/digital_signage/contents/{contentId}	a zoom_rooms:read:digital_signage_library_contents
PATCH /rooms/content/digital_signage/contents/{contentId}	a zoom_rooms:write:digital_signage_library_contents
DELETE /rooms/content/digital_signage/contents/{contentId}	a zoom_rooms:write:digital_signage_library_contents
POST /rooms/content/digital_signage/folders	a zoom_rooms:write:digital_signage_library_contents
GET /rooms/content/digital_signage/folders/{folderId}	a zoom_rooms:read:digital_signage_library_contents
PATCH /rooms/content/digital_signage/folders/{folderId}	a zoom_rooms:write:digital_signage_library_contents
DELETE /rooms/content/digital_signage/folders/{folderId}	a zoom_rooms:write:digital_signage_library_contents
GET /rooms/content/digital_signage/playlists	a zoom_rooms:read:digital_signage_library_playlists
POST /rooms/content/digital_signage/playlists	a zoom_rooms:write:digital_signage_library_playlists
GET /rooms/content/digital_signage/playlists/{playlistId}	a zoom_rooms:read:digital_signage_library_playlists
PATCH /rooms/content/digital_signage/playlists/{playlistId}	a zoom_rooms:write:digital_signage_library_playlists
DELETE /rooms/content/digital_signage/playlists/{playlistId}	a zoom_rooms:write:digital_signage_library_playlists
GET /rooms/content/digital_signage/playlists/{playlistId}/contents	a zoom_rooms:read:digital_signage_library_playlists
PUT /rooms/content/digital_signage/playlists/{playlistId}/contents	a zoom_rooms:write:digital_signage_library_playlists
GET /rooms/content/digital_signage/playlists/{playlistId}/rooms	a zoom_rooms:read:digital_signage_library_playlists
PUT /rooms/content/digital_signage/playlists/{playlistId}/rooms	a zoom_rooms:write:digital_signage_library_playlists
POST /rooms/controller/apps/config	a zoom_rooms:write:zoom_apps
PATCH /rooms/events	a zoom_rooms:update:room_controls
GET /rooms/locations	a zoom_rooms:read:list_locations
POST /rooms/locations	a zoom_rooms:write:location
GET /rooms/locations/structure	a zoom_rooms:read:location_hierarchy
PUT /rooms/locations/structure	a zoom_rooms:update:location_hierarchy
GET /rooms/locations/{locationId}	a zoom_rooms:read:location
PATCH /rooms/locations/{locationId}	a zoom_rooms:update:location
DELETE /rooms/locations/{locationId}	a zoom_rooms:write:location
PUT /rooms/locations/{locationId}/location	a zoom_rooms:update:location
GET /rooms/locations/{locationId}/settings	a zoom_rooms:read:location_settings
PATCH /rooms/locations/{locationId}/settings	a zoom_rooms:update:location_settings
PATCH /rooms/locations/{locationId}/tags	a zoom_rooms:update:room_tag
GET /rooms/tags	a zoom_rooms:read:list_tags
POST /rooms/tags	a zoom_rooms:write:tag
PATCH /rooms/tags/{tagId}	a zoom_rooms:update:tag
DELETE /rooms/tags/{tagId}	a zoom_rooms:delete:tag
PATCH /rooms/{id}/events	a zoom_rooms:update:room_control
GET /rooms/{id}/settings	a zoom_rooms:read:room_settings
PATCH /rooms/{id}/settings	a zoom_rooms:update:room_settings
GET /rooms/{roomId}	a zoom_rooms:read:room
PATCH /rooms/{roomId}	a zoom_rooms:update:room
DELETE /rooms/{roomId}	a zoom_rooms:delete:room
GET /rooms/{roomId}/device_profiles	a zoom_rooms:read:list_device_profiles
POST /rooms/{roomId}/device_profiles	a zoom_rooms:write:device_profile
GET /rooms/{roomId}/device_profiles/devices	a zoom_rooms:read:device_profile
GET /rooms/{roomId}/device_profiles/{deviceProfileId}	a zoom_rooms:read:device_profile
PATCH /rooms/{roomId}/device_profiles/{deviceProfileId}	a zoom_rooms:update:device_profile
DELETE /rooms/{roomId}/device_profiles/{deviceProfileId}	a zoom_rooms:delete:device_profile
GET /rooms/{roomId}/devices	a zoom_rooms:read:list_devices
DELETE /rooms/{roomId}/devices/{deviceId}	a zoom_rooms:delete:device
PUT /rooms/{roomId}/devices/{deviceId}/app_version	a zoom_rooms:update:device_app_version
PUT /rooms/{roomId}/location	a zoom_rooms:update:room_location
GET /rooms/{roomId}/sensor_data	a zoom_rooms:read:sensor_data
PATCH /rooms/{roomId}/tags	a zoom_rooms:update:room_tag
DELETE /rooms/{roomId}/tags	a zoom_rooms:delete:room_tag
GET /rooms/{roomId}/virtual_controller	a zoom_rooms:read:virtual_controller
GET /visitor/invitation	ua visitor_management:read:list_invitations
POST /visitor/invitation	ua visitor_management:write:invitation
GET /visitor/invitation/{invitationId}	ua visitor_management:read:invitation_details
PATCH /visitor/invitation/{invitationId}	ua visitor_management:update:invitation
DELETE /visitor/invitation/{invitationId}	ua visitor_management:delete:invitation
POST /visitor/invitation/{invitationId}/checkin	ua visitor_management:write:check_in
GET /workspaces	ua workspace:read:list_workspaces
POST /workspaces	a workspace:write:workspace
GET /workspaces/additional_informations	ua workspace:read:list_workspaces
GET /workspaces/assets	a workspace:read:asset
POST /workspaces/assets	a workspace:write:asset
GET /workspaces/assets/{assetId}	a workspace:read:asset
PATCH /workspaces/assets/{assetId}	a workspace:update:asset
DELETE /workspaces/assets/{assetId}	a workspace:delete:asset
POST /workspaces/events	ua workspace:write:events
POST /workspaces/floormap/files	ua workspace:write:location
GET /workspaces/locations/{locationId}/floor_map	ua workspace:read:location
GET /workspaces/released_workspaces_by_timeout	a zoom_rooms:read:list_release_infos
PATCH /workspaces/settings	am workspace:update:setting
POST /workspaces/settings/photos	a workspace:write:workspace
DELETE /workspaces/settings/photos	a workspace:delete:photo
GET /workspaces/usage	ua workspace:read:usage
GET /workspaces/users/{userId}/calendar/settings	a workspace:read:workspace
POST /workspaces/users/{userId}/calendar/settings	a workspace:write:workspace
GET /workspaces/users/{userId}/reservations	a workspace:read:list_reservations
DELETE /workspaces/{locationId}/background	ua workspace:write:location
GET /workspaces/{workspaceId}	ua workspace:read:list_workspaces
PATCH /workspaces/{workspaceId}	a workspace:update:workspace
DELETE /workspaces/{workspaceId}	a workspace:delete:workspace
GET /workspaces/{workspaceId}/assignment	ua workspace:read:assignment
PUT /workspaces/{workspaceId}/assignment	a workspace:write:assignment
DELETE /workspaces/{workspaceId}/assignment	a workspace:delete:assignment
GET /workspaces/{workspaceId}/qr_code	a workspace:read:qr
GET /workspaces/{workspaceId}/reservations	ua workspace:read:list_reservations
POST /workspaces/{workspaceId}/reservations	ua workspace:write:reservation
GET /workspaces/{workspaceId}/reservations/{reservationId}	ua workspace:read:reservation
PATCH /workspaces/{workspaceId}/reservations/{reservationId}	ua workspace:update:reservation
DELETE /workspaces/{workspaceId}/reservations/{reservationId}	ua workspace:delete:reservation
GET /workspaces/{workspaceId}/reservations/{reservationId}/questionnaires	am workspace:read:reservation
POST /zrbackground/files	a zoom_rooms:write:background_library_content
PUT /zrbackground/files	a zoom_rooms:update:background_library_content
POST /zrdigitalsignage/files	a zoom_rooms:write:digital_signage_library_contents
PUT /zrdigitalsignage/files	a zoom_rooms:write:digital_signage_library_contents
= SCIM2
GET /scim2/Groups	a scim2
POST /scim2/Groups	a scim2
GET /scim2/Groups/{groupId}	a scim2
PATCH /scim2/Groups/{groupId}	a scim2
DELETE /scim2/Groups/{groupId}	a scim2
GET /scim2/Users	a scim2
POST /scim2/Users	a scim2
GET /scim2/Users/{userId}	a scim2
PUT /scim2/Users/{userId}	a scim2
PATCH /scim2/Users/{userId}	a scim2
DELETE /scim2/Users/{userId}	a scim2
= Scheduler
GET /scheduler/analytics	ua scheduler:read:analytics
GET /scheduler/availability	ua scheduler:read:list_availability
POST /scheduler/availability	ua scheduler:write:availability
GET /scheduler/availability/{availabilityId}	ua scheduler:read:availability
PATCH /scheduler/availability/{availabilityId}	ua scheduler:update:availability
DELETE /scheduler/availability/{availabilityId}	ua scheduler:delete:availability
GET /scheduler/events	ua scheduler:read:list_scheduled_events
GET /scheduler/events/{eventId}	ua scheduler:read:scheduled_event
PATCH /scheduler/events/{eventId}	ua scheduler:update:scheduled_event
DELETE /scheduler/events/{eventId}	ua scheduler:delete:scheduled_event
GET /scheduler/events/{eventId}/attendees/{attendeeId}	ua scheduler:read:scheduled_event_attendee
GET /scheduler/routing/forms/{formId}/response/{responseId}	ua scheduler:read:routing
GET /scheduler/schedules	ua scheduler:read:list_schedule
POST /scheduler/schedules	ua scheduler:write:insert_schedule
POST /scheduler/schedules/single_use_link	ua scheduler:write:single_use_link
GET /scheduler/schedules/{scheduleId}	ua scheduler:read:get_schedule
PATCH /scheduler/schedules/{scheduleId}	ua scheduler:update:patch_schedule
DELETE /scheduler/schedules/{scheduleId}	ua scheduler:delete:delete_schedule
POST /scheduler/shares	ua scheduler:write:share
GET /scheduler/teams	ua scheduler:read:get_schedule
GET /scheduler/users/{userId}	ua scheduler:read:user
= Tasks
GET /tasks/items	ua tasks:read:list_tasks
POST /tasks/items	u tasks:write:task
GET /tasks/items/{taskId}	ua tasks:read:task
PATCH /tasks/items/{taskId}	ua tasks:update:task
DELETE /tasks/items/{taskId}	ua tasks:delete:task
GET /tasks/items/{taskId}/assignees	ua tasks:read:assignees
POST /tasks/items/{taskId}/assignees	ua tasks:write:assignees
DELETE /tasks/items/{taskId}/assignees/{userId}	ua tasks:delete:assignees
GET /tasks/items/{taskId}/collaborators	ua tasks:read:list_collaborators
POST /tasks/items/{taskId}/collaborators	ua tasks:write:collaborators
DELETE /tasks/items/{taskId}/collaborators/{userId}	ua tasks:delete:collaborator
GET /tasks/items/{taskId}/comments	ua tasks:read:comments
POST /tasks/items/{taskId}/comments	ua tasks:write:comment
DELETE /tasks/items/{taskId}/comments/{commentId}	ua tasks:delete:comment
= Team Chat
GET /chat/activities/channels	a team_chat:read:list_channel_activity_logs
PATCH /chat/channel/message/events	u team_chat:update:pin_message
GET /chat/channels	a team_chat:read:list_channels
PATCH /chat/channels/events	ua team_chat:update:archive_channels
POST /chat/channels/search	ua team_chat:write:search_channels
GET /chat/channels/{channelId}	ua team_chat:read:channel
PATCH /chat/channels/{channelId}	ua team_chat:update:channel
DELETE /chat/channels/{channelId}	ua team_chat:delete:channel
GET /chat/channels/{channelId}/activities	a team_chat:read:list_channel_activity_logs
GET /chat/channels/{channelId}/members	ua team_chat:read:list_members
POST /chat/channels/{channelId}/members	ua team_chat:write:members
DELETE /chat/channels/{channelId}/members	ua team_chat:delete:batch_members
GET /chat/channels/{channelId}/members/groups	a team_chat:read:list_groups
POST /chat/channels/{channelId}/members/groups	a team_chat:write:groups
DELETE /chat/channels/{channelId}/members/groups/{groupId}	a team_chat:delete:group
POST /chat/channels/{channelId}/members/me	u team_chat:write:member
DELETE /chat/channels/{channelId}/members/me	ua team_chat:delete:member
DELETE /chat/channels/{channelId}/members/{identifier}	ua team_chat:delete:member
GET /chat/channels/{channelId}/mention_group	ua team_chat:read:mention_group
POST /chat/channels/{channelId}/mention_group	ua team_chat:write:mention_group
PATCH /chat/channels/{channelId}/mention_group/{mentionGroupId}	ua team_chat:update:mention_group
DELETE /chat/channels/{channelId}/mention_group/{mentionGroupId}	ua team_chat:delete:mention_group
GET /chat/channels/{channelId}/mention_group/{mentionGroupId}/members	ua team_chat:read:mention_group
POST /chat/channels/{channelId}/mention_group/{mentionGroupId}/members	ua team_chat:update:mention_group
DELETE /chat/channels/{channelId}/mention_group/{mentionGroupId}/members	ua team_chat:update:mention_group
GET /chat/channels/{channelId}/pinned	u team_chat:read:list_pinned_messages
GET /chat/channels/{channelId}/retention	a team_chat:read:retention
PATCH /chat/channels/{channelId}/retention	a team_chat:update:retention
GET /chat/emoji	ua team_chat:read:list_custom_emojis
POST /chat/emoji/files	ua team_chat:write:custom_emoji
DELETE /chat/emoji/{fileId}	ua team_chat:delete:custom_emoji
GET /chat/files/{fileId}	ua team_chat:read:file
DELETE /chat/files/{fileId}	ua team_chat:delete:file
GET /chat/forwarded_message/{forwardId}	ua team_chat:read:user_message
GET /chat/legalhold/matters	a team_chat:read:list_legal_hold_matters
POST /chat/legalhold/matters	a team_chat:write:legal_hold_matter
PATCH /chat/legalhold/matters/{matterId}	a team_chat:update:legal_hold_matter
DELETE /chat/legalhold/matters/{matterId}	a team_chat:delete:legal_hold_matter
GET /chat/legalhold/matters/{matterId}/files	a team_chat:read:list_legal_hold_matter_files
GET /chat/legalhold/matters/{matterId}/files/download	a team_chat:read:legal_hold_matter_file
GET /chat/messages/bookmarks	u team_chat:read:list_bookmarks
PATCH /chat/messages/bookmarks	u team_chat:update:bookmark
GET /chat/messages/schedule	u team_chat:read:list_scheduled_messages
DELETE /chat/messages/schedule/{draftId}	u team_chat:delete:scheduled_message
POST /chat/messages/{messageId}/reminder	u team_chat:write:reminder
DELETE /chat/messages/{messageId}/reminder	u team_chat:delete:reminder
POST /chat/migration/channels/{channelId}/members	a team_chat:write:migrate_channel_members
POST /chat/migration/emoji_reactions	a team_chat:write:migrate_chat_message_reactions
GET /chat/migration/mappings/channels	a team_chat:read:migrated_channels
GET /chat/migration/mappings/users	a team_chat:read:migrated_users
POST /chat/migration/messages	a team_chat:write:migrate_chat_messages
POST /chat/migration/users/{identifier}/channels	a team_chat:write:migrate_a_chat_channel
GET /chat/reminder	u team_chat:read:list_reminders
GET /chat/spaces	ua team_chat:read:list_shared_spaces
POST /chat/spaces	ua team_chat:write:shared_space
GET /chat/spaces/{spaceId}	ua team_chat:read:shared_space
PATCH /chat/spaces/{spaceId}	ua team_chat:update:shared_space
DELETE /chat/spaces/{spaceId}	ua team_chat:delete:shared_space
POST /chat/spaces/{spaceId}/admins	ua team_chat:write:shared_space_administrators
DELETE /chat/spaces/{spaceId}/admins	ua team_chat:delete:shared_space_administrators
GET /chat/spaces/{spaceId}/channels	ua team_chat:read:list_shared_space_channels
PATCH /chat/spaces/{spaceId}/channels	u team_chat:update:shared_space_channels
GET /chat/spaces/{spaceId}/members	ua team_chat:read:list_shared_space_members
POST /chat/spaces/{spaceId}/members	ua team_chat:write:shared_space_members
DELETE /chat/spaces/{spaceId}/members	ua team_chat:delete:shared_space_members
PATCH /chat/spaces/{spaceId}/owner	ua team_chat:update:shared_space_owner
GET /chat/users/me/contacts	u team_chat:read:list_contacts
GET /chat/users/me/contacts/{identifier}	u team_chat:read:contact
GET /chat/users/{userId}/channels	ua team_chat:read:list_user_channels
POST /chat/users/{userId}/channels	ua team_chat:write:user_channel
DELETE /chat/users/{userId}/channels	ua team_chat:delete:channels
GET /chat/users/{userId}/channels/{channelId}	ua team_chat:read:user_channel
PATCH /chat/users/{userId}/channels/{channelId}	ua team_chat:update:user_channel
DELETE /chat/users/{userId}/channels/{channelId}	ua team_chat:delete:user_channel
GET /chat/users/{userId}/channels/{channelId}/admins	a team_chat:read:list_administrators
POST /chat/users/{userId}/channels/{channelId}/admins	a team_chat:write:administrator
DELETE /chat/users/{userId}/channels/{channelId}/admins	a team_chat:delete:batch_administrators
GET /chat/users/{userId}/channels/{channelId}/members	ua team_chat:read:list_members
POST /chat/users/{userId}/channels/{channelId}/members	ua team_chat:write:members
DELETE /chat/users/{userId}/channels/{channelId}/members	a team_chat:delete:member
DELETE /chat/users/{userId}/channels/{channelId}/members/{identifier}	a team_chat:delete:member
PATCH /chat/users/{userId}/events	ua team_chat:update:chat_control
POST /chat/users/{userId}/files	ua team_chat:write:files
POST /chat/users/{userId}/invitations	ua team_chat:write:contact_information
GET /chat/users/{userId}/messages	ua team_chat:read:list_user_messages
POST /chat/users/{userId}/messages	ua team_chat:write:user_message
POST /chat/users/{userId}/messages/files	ua team_chat:write:message_files
GET /chat/users/{userId}/messages/{messageId}	ua team_chat:read:user_message
PUT /chat/users/{userId}/messages/{messageId}	ua team_chat:update:user_message
DELETE /chat/users/{userId}/messages/{messageId}	ua team_chat:delete:user_message
PATCH /chat/users/{userId}/messages/{messageId}/emoji_reactions	ua team_chat:update:message_emoji
PATCH /chat/users/{userId}/messages/{messageId}/status	ua team_chat:update:message_status
GET /chat/users/{userId}/messages/{messageId}/thread	ua team_chat:read:thread_message
GET /chat/users/{userId}/sessions	ua team_chat:read:list_user_sessions
GET /contacts	ua contact:read:list_contacts
GET /im/groups	a contact_group:read:list_groups
POST /im/groups	a contact_group:write:group
GET /im/groups/{groupId}	a contact_group:read:group
PATCH /im/groups/{groupId}	a contact_group:update:group
DELETE /im/groups/{groupId}	a contact_group:delete:group
GET /im/groups/{groupId}/members	a contact_group:read:list_members
POST /im/groups/{groupId}/members	a contact_group:write:member
DELETE /im/groups/{groupId}/members/{memberId}	a contact_group:delete:member
GET /report/chat/sessions	a report:read:list_chat_sessions
GET /report/chat/sessions/{sessionId}	a report:read:chat_session
= Users
GET /accounts/{accountId}/groups	m group:read:list_groups
POST /accounts/{accountId}/groups	m group:write:group
GET /accounts/{accountId}/groups/{groupId}	m group:read:group
PATCH /accounts/{accountId}/groups/{groupId}	m group:update:group
DELETE /accounts/{accountId}/groups/{groupId}	m group:delete:group
GET /accounts/{accountId}/groups/{groupId}/admins	m group:read:administrator
DELETE /accounts/{accountId}/groups/{groupId}/admins/{userId}	m group:delete:administrator
GET /accounts/{accountId}/groups/{groupId}/channels	m group:read:list_channels
GET /accounts/{accountId}/groups/{groupId}/lock_settings	m group:read:lock_settings
PATCH /accounts/{accountId}/groups/{groupId}/lock_settings	m group:update:lock_settings
GET /accounts/{accountId}/groups/{groupId}/members	m group:read:list_members
POST /accounts/{accountId}/groups/{groupId}/members	m group:write:member
PATCH /accounts/{accountId}/groups/{groupId}/members/{memberId}	m group:update:member
DELETE /accounts/{accountId}/groups/{groupId}/members/{memberId}	m group:delete:member
GET /accounts/{accountId}/groups/{groupId}/settings	m group:read:settings
PATCH /accounts/{accountId}/groups/{groupId}/settings	m group:update:settings
GET /accounts/{accountId}/groups/{groupId}/settings/registration	m group:read:registration_settings
PATCH /accounts/{accountId}/groups/{groupId}/settings/registration	m group:update:registration_settings
POST /accounts/{accountId}/groups/{groupId}/settings/virtual_backgrounds	m group:write:virtual_background_files
DELETE /accounts/{accountId}/groups/{groupId}/settings/virtual_backgrounds	m group:delete:virtual_background_files
GET /accounts/{accountId}/users	m user:read:list_users
POST /accounts/{accountId}/users	m user:write:user
POST /accounts/{accountId}/users/features	m user:write:feature
GET /accounts/{accountId}/users/summary	m user:read:summary
GET /accounts/{accountId}/users/{userId}	m user:read:user
PATCH /accounts/{accountId}/users/{userId}	m user:update:user
DELETE /accounts/{accountId}/users/{userId}	m user:delete:user
GET /accounts/{accountId}/users/{userId}/assistants	m user:read:list_assistants
POST /accounts/{accountId}/users/{userId}/assistants	m user:write:assistant
DELETE /accounts/{accountId}/users/{userId}/assistants	m user:delete:assistant
DELETE /accounts/{accountId}/users/{userId}/assistants/{assistantId}	m user:delete:assistant
PUT /accounts/{accountId}/users/{userId}/email	m user:update:email
PUT /accounts/{accountId}/users/{userId}/password	m user:update:password
GET /accounts/{accountId}/users/{userId}/permissions	m user:read:list_permissions
POST /accounts/{accountId}/users/{userId}/picture	m user:write:profile_picture
GET /accounts/{accountId}/users/{userId}/schedulers	m user:read:list_schedulers
DELETE /accounts/{accountId}/users/{userId}/schedulers	m user:delete:scheduler
DELETE /accounts/{accountId}/users/{userId}/schedulers/{schedulerId}	m user:delete:scheduler
GET /accounts/{accountId}/users/{userId}/settings	m user:read:settings
PATCH /accounts/{accountId}/users/{userId}/settings	m user:update:settings
POST /accounts/{accountId}/users/{userId}/settings/virtual_backgrounds	m user:write:virtual_background_files
DELETE /accounts/{accountId}/users/{userId}/settings/virtual_backgrounds	m user:delete:virtual_background_files
PUT /accounts/{accountId}/users/{userId}/status	m user:update:status
GET /accounts/{accountId}/users/{userId}/token	m user:read:token
DELETE /accounts/{accountId}/users/{userId}/token	m user:delete:token
GET /divisions	a division:read:list_divisions
POST /divisions	a division:write:division
GET /divisions/{divisionId}	a division:read:division
PATCH /divisions/{divisionId}	a division:update:division
DELETE /divisions/{divisionId}	a division:delete:division
GET /divisions/{divisionId}/users	a division:read:member
POST /divisions/{divisionId}/users	a division:write:member
GET /groups	a group:read:list_groups
POST /groups	a group:write:group
GET /groups/{groupId}	a group:read:group
PATCH /groups/{groupId}	a group:update:group
DELETE /groups/{groupId}	a group:delete:group
GET /groups/{groupId}/admins	a group:read:administrator
POST /groups/{groupId}/admins	a group:write:administrator
DELETE /groups/{groupId}/admins/{userId}	a group:delete:administrator
GET /groups/{groupId}/channels	a group:read:list_channels
GET /groups/{groupId}/lock_settings	a group:read:lock_settings
PATCH /groups/{groupId}/lock_settings	a group:update:lock_settings
GET /groups/{groupId}/members	a group:read:list_members
POST /groups/{groupId}/members	a group:write:member
PATCH /groups/{groupId}/members/{memberId}	a group:update:member
DELETE /groups/{groupId}/members/{memberId}	a group:delete:member
GET /groups/{groupId}/settings	a group:read:settings
PATCH /groups/{groupId}/settings	a group:update:settings
GET /groups/{groupId}/settings/registration	a group:read:registration_settings
PATCH /groups/{groupId}/settings/registration	a group:update:registration_settings
POST /groups/{groupId}/settings/virtual_backgrounds	a group:write:virtual_background_files
DELETE /groups/{groupId}/settings/virtual_backgrounds	a group:delete:virtual_background_files
GET /users	a user:read:list_users
POST /users	a user:write:user
GET /users/email	ua user:read:email
POST /users/features	a user:write:feature
GET /users/me/zak	ua user:read:zak
GET /users/summary	a user:read:summary
GET /users/vanity_name	ua user:read:pm_room
GET /users/{userId}	ua user:read:user
PATCH /users/{userId}	ua user:update:user
DELETE /users/{userId}	ua user:delete:user
GET /users/{userId}/assistants	ua user:read:list_assistants
POST /users/{userId}/assistants	ua user:write:assistant
DELETE /users/{userId}/assistants	ua user:delete:assistant
DELETE /users/{userId}/assistants/{assistantId}	ua user:delete:assistant
GET /users/{userId}/collaboration_devices	ua user:read:list_collaboration_devices
GET /users/{userId}/collaboration_devices/{collaborationDeviceId}	ua user:read:collaboration_device
PUT /users/{userId}/email	ua user:update:email
GET /users/{userId}/meeting_summary_templates	ua user:read:settings
PUT /users/{userId}/password	ua user:update:password
GET /users/{userId}/permissions	ua user:read:list_permissions
POST /users/{userId}/picture	ua user:write:profile_picture
GET /users/{userId}/presence_status	ua user:read:presence_status
PUT /users/{userId}/presence_status	ua user:update:presence_status
GET /users/{userId}/schedulers	ua user:read:list_schedulers
DELETE /users/{userId}/schedulers	ua user:delete:scheduler
DELETE /users/{userId}/schedulers/{schedulerId}	ua user:delete:scheduler
GET /users/{userId}/settings	ua user:read:settings
PATCH /users/{userId}/settings	ua user:update:settings
POST /users/{userId}/settings/virtual_backgrounds	ua user:write:virtual_background_files
DELETE /users/{userId}/settings/virtual_backgrounds	ua user:delete:virtual_background_files
PUT /users/{userId}/status	ua user:update:status
GET /users/{userId}/token	ua user:read:token
DELETE /users/{userId}/token	ua user:delete:token
= Video Management
GET /video_management/channels	ua video_mgmt:read:list_channels
POST /video_management/channels	ua team_chat:write:user_channel	ua video_mgmt:write:channel
GET /video_management/channels/{channelId}	ua video_mgmt:read:channel
PATCH /video_management/channels/{channelId}	ua video_mgmt:update:channel	ua zoom_events:update:vod_channel
DELETE /video_management/channels/{channelId}	ua video_mgmt:delete:channel
PATCH /video_management/channels/{channelId}/actions	ua video_mgmt:update:channel
GET /video_management/channels/{channelId}/permissions	ua video_mgmt:read:list_permissions
POST /video_management/channels/{channelId}/permissions	ua video_mgmt:write:permissions
PATCH /video_management/channels/{channelId}/permissions	ua video_mgmt:update:permissions
DELETE /video_management/channels/{channelId}/permissions	ua video_mgmt:delete:permissions
GET /video_management/channels/{channelId}/playlists	ua video_mgmt:read:list_channel_playlists
POST /video_management/channels/{channelId}/playlists	ua video_mgmt:write:channel_playlists
DELETE /video_management/channels/{channelId}/playlists	ua video_mgmt:delete:channel_playlists
GET /video_management/channels/{channelId}/videos	ua video_mgmt:read:list_channel_videos
POST /video_management/channels/{channelId}/videos	ua video_mgmt:write:channel_videos
DELETE /video_management/channels/{channelId}/videos	ua video_mgmt:delete:channel_videos
GET /video_management/playlists	ua video_mgmt:read:list_playlists
POST /video_management/playlists	ua video_mgmt:write:playlist
PATCH /video_management/playlists/{playlistId}	ua video_mgmt:update:playlist
DELETE /video_management/playlists/{playlistId}	ua video_mgmt:delete:playlist
GET /video_management/playlists/{playlistId}/videos	ua video_mgmt:read:list_playlist_videos
POST /video_management/playlists/{playlistId}/videos	ua video_mgmt:write:playlist_videos
DELETE /video_management/playlists/{playlistId}/videos	ua video_mgmt:delete:playlist_videos
GET /video_management/videos	ua video_mgmt:read:list_videos
= Video SDK
GET /accounts/{accountId}/videosdk/recordings	m cloud_recording:read:list_user_recordings
GET /accounts/{accountId}/videosdk/sessions/{sessionId}/recordings	m cloud_recording:read:list_recording_files
DELETE /accounts/{accountId}/videosdk/sessions/{sessionId}/recordings	m cloud_recording:delete:meeting_recording
PUT /accounts/{accountId}/videosdk/sessions/{sessionId}/recordings/status	m cloud_recording:update:recover_meeting_recordings
DELETE /accounts/{accountId}/videosdk/sessions/{sessionId}/recordings/{recordingId}	m cloud_recording:delete:recording_file
PUT /accounts/{accountId}/videosdk/sessions/{sessionId}/recordings/{recordingId}/status	m cloud_recording:update:recover_single_recording
GET /videosdk/recordings	uam cloud_recording:read:list_user_recordings
GET /videosdk/sessions/{sessionId}/recordings	uam cloud_recording:read:list_recording_files
DELETE /videosdk/sessions/{sessionId}/recordings	uam cloud_recording:delete:meeting_recording
PUT /videosdk/sessions/{sessionId}/recordings/status	uam cloud_recording:update:recover_meeting_recordings
DELETE /videosdk/sessions/{sessionId}/recordings/{recordingId}	uam cloud_recording:delete:recording_file
PUT /videosdk/sessions/{sessionId}/recordings/{recordingId}/status	uam cloud_recording:update:recover_single_recording
= Virtual Agent
GET /km/kbs/{kbId}/articles	ua zva:read:list_km_articles
POST /km/kbs/{kbId}/articles	ua zva:write:km_article
GET /km/kbs/{kbId}/articles/{articleId}	ua zva:read:km_article
PUT /km/kbs/{kbId}/articles/{articleId}	ua zva:update:km_article
DELETE /km/kbs/{kbId}/articles/{articleId}	ua zva:delete:km_article
POST /km/kbs/{kbId}/sync	a zva:update:km_kb
GET /km/kbs/{kbId}/sync/{syncId}	a zva:read:km_kb
GET /virtual_agent/report/engagements	a zva:read:list_engagements
GET /virtual_agent/report/engagements/query_details	a zva:read:list_queries
GET /virtual_agent/report/engagements/variables	a zva:read:list_variables
GET /virtual_agent/report/surveys	a zva:read:list_surveys
GET /virtual_agent/report/transcripts	a zva:read:list_transcripts
= Whiteboard
GET /whiteboards	ua whiteboard:read:list_whiteboards
POST /whiteboards	u whiteboard:write:whiteboard
POST /whiteboards/export	ua whiteboard:write:export
GET /whiteboards/export/task/{taskId}	ua whiteboard:read:export
GET /whiteboards/export/task/{taskId}/status	ua whiteboard:read:export
POST /whiteboards/files	ua whiteboard:write:file
POST /whiteboards/import	ua whiteboard:write:import
GET /whiteboards/import/{taskId}/status	ua whiteboard:read:import
GET /whiteboards/projects	ua whiteboard:read:list_projects
POST /whiteboards/projects	ua whiteboard:write:project
GET /whiteboards/projects/{projectId}	ua whiteboard:read:project
PATCH /whiteboards/projects/{projectId}	ua whiteboard:update:project
DELETE /whiteboards/projects/{projectId}	ua whiteboard:delete:project
GET /whiteboards/projects/{projectId}/collaborators	ua whiteboard:read:project_collaborator
POST /whiteboards/projects/{projectId}/collaborators	ua whiteboard:write:project_collaborator
PATCH /whiteboards/projects/{projectId}/collaborators	ua whiteboard:update:project_collaborator
DELETE /whiteboards/projects/{projectId}/collaborators/{collaboratorId}	ua whiteboard:delete:project_collaborator
GET /whiteboards/projects/{projectId}/subprojects	ua whiteboard:read:subproject
POST /whiteboards/projects/{projectId}/whiteboards	ua whiteboard:write:project_whiteboard
DELETE /whiteboards/projects/{projectId}/whiteboards	ua whiteboard:delete:project_whiteboard
GET /whiteboards/sessions	ua whiteboard:read:list_sessions
GET /whiteboards/sessions/activity/download/{path}	ua whiteboard:read:archived_file
GET /whiteboards/sessions/{seesionId}	ua whiteboard:read:session
GET /whiteboards/{whiteboardId}	ua whiteboard:read:whiteboard
PUT /whiteboards/{whiteboardId}	a whiteboard:update:whiteboard
DELETE /whiteboards/{whiteboardId}	ua whiteboard:delete:whiteboard
GET /whiteboards/{whiteboardId}/collaborator	a whiteboard:read:list_collaborators
POST /whiteboards/{whiteboardId}/collaborator	a whiteboard:write:collaborator
PATCH /whiteboards/{whiteboardId}/collaborator	a whiteboard:update:collaborator
DELETE /whiteboards/{whiteboardId}/collaborator/{collaboratorId}	a whiteboard:delete:collaborator
GET /whiteboards/{whiteboardId}/files/{fileId}	ua whiteboard:read:file
PATCH /whiteboards/{whiteboardId}/share_setting	ua whiteboard:update:share_setting
= Workforce Management
GET /workforce-management/forecasts	a workforce_management:read:forecasts
GET /workforce-management/forecasts/{forecastId}/scheduling-groups/{schedulingGroupId}	a workforce_management:read:forecasts
POST /workforce-management/imports/historical-queue-metrics	a workforce_management:write:queue_metrics
GET /workforce-management/imports/{importId}/historical-queue-metrics	a workforce_management:read:queue_metrics
GET /workforce-management/organizational-groups	a workforce_management:read:organizational_groups
POST /workforce-management/organizational-groups	a workforce_management:write:organizational_groups
GET /workforce-management/organizational-groups/{organizationalGroupId}	a workforce_management:read:organizational_groups
PATCH /workforce-management/organizational-groups/{organizationalGroupId}	a workforce_management:update:organizational_groups
DELETE /workforce-management/organizational-groups/{organizationalGroupId}	a workforce_management:delete:organizational_groups
GET /workforce-management/reports/adherence/agents	a workforce_management:read:list_adherence_agents
GET /workforce-management/reports/schedules/agents	a workforce_management:read:list_schedule_agents
GET /workforce-management/schedules/agents	a workforce_management:read:list_schedule_agents
= Zoom Docs
POST /docs/exports	ua docs:write:export
GET /docs/exports/{exportId}/status	ua docs:read:export
POST /docs/file_uploads	ua docs:write:file_uploads
POST /docs/files	ua docs:write:file
GET /docs/files/{fileId}	ua docs:read:file
PATCH /docs/files/{fileId}	ua docs:update:file
DELETE /docs/files/{fileId}	ua docs:delete:file
GET /docs/files/{fileId}/children	ua docs:read:list_children
GET /docs/files/{fileId}/collaborators	ua docs:read:list_file_collaborators
POST /docs/files/{fileId}/collaborators	ua docs:write:collaborator
PATCH /docs/files/{fileId}/collaborators/{collaboratorId}	ua docs:update:collaborator
DELETE /docs/files/{fileId}/collaborators/{collaboratorId}	ua docs:delete:collaborator
GET /docs/files/{fileId}/general_access_setting	ua docs:read:general_access
PATCH /docs/files/{fileId}/general_access_setting	ua docs:update:general_access
POST /docs/imports	ua docs:write:import
GET /docs/imports/{importId}/status	ua docs:read:import
= Canvas
POST /docs/file_search	u canvas:write:file_search
= Docs
DELETE /docs/files/{fileId}/blocks/{blockId}	u docs:delete:content
GET /docs/archive_attachments	a docs:read:archive
GET /docs/archives	a docs:read:archive
PATCH /docs/files/{fileId}/blocks/{blockId}	u docs:update:content
POST /docs/files/{fileId}/blocks/replace_range	u docs:update:content
PUT /docs/files/{fileId}/owner	ua docs:update:file_owner
POST /docs/files/{fileId}/blocks	u docs:write:content
= My Notes
GET /my_notes/notes/{noteId}/content	u my_notes:read:content
GET /my_notes/notes	u my_notes:read:note
= Report
GET /report/disclaimer	a report:read:disclaimer
`;
