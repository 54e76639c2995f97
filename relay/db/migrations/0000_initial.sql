CREATE TABLE "unanswerable_cases" (
	"case_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"noted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock" (
	"lot_id" bigint PRIMARY KEY NOT NULL,
	"units" integer NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	"unit_price" numeric(30, 0) NOT NULL,
	"priced_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stock_not_negative" CHECK ("stock"."reserved" >= 0 and "stock"."sold" >= 0),
	CONSTRAINT "stock_not_oversold" CHECK ("stock"."reserved" + "stock"."sold" <= "stock"."units"),
	CONSTRAINT "stock_has_price" CHECK ("stock"."unit_price" > 0)
);
--> statement-breakpoint
CREATE TABLE "chain_transaction_attempts" (
	"hash" text PRIMARY KEY NOT NULL,
	"transaction_id" bigint NOT NULL,
	"raw" text NOT NULL,
	"max_fee_per_gas" numeric(30, 0) NOT NULL,
	"max_priority_fee_per_gas" numeric(30, 0) NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_transactions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"sender" text NOT NULL,
	"to" text NOT NULL,
	"data" text NOT NULL,
	"done_by" jsonb NOT NULL,
	"patient" boolean NOT NULL,
	"urgent" boolean DEFAULT false NOT NULL,
	"not_after" bigint,
	"state" text DEFAULT 'planned' NOT NULL,
	"nonce" bigint,
	"gas" bigint,
	"error" jsonb,
	"hash" text,
	"block_number" bigint,
	"gas_used" bigint,
	"planned_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_blocks" (
	"number" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"time" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_events" (
	"block_number" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"transaction_hash" text NOT NULL,
	"name" text NOT NULL,
	"model_id" bigint,
	"commodity_id" bigint,
	"lot_id" bigint,
	"experiencer_id" bigint,
	"recommender_id" bigint,
	"platform_id" bigint,
	"epoch" bigint,
	"args" jsonb NOT NULL,
	CONSTRAINT "chain_events_block_number_log_index_pk" PRIMARY KEY("block_number","log_index")
);
--> statement-breakpoint
CREATE TABLE "chain_identity" (
	"chain_id" bigint PRIMARY KEY NOT NULL,
	"settlement" text NOT NULL,
	"genesis_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_owners" (
	"account" text NOT NULL,
	"cid" text NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_owners_account_cid_pk" PRIMARY KEY("account","cid")
);
--> statement-breakpoint
CREATE TABLE "document_texts" (
	"digest" text PRIMARY KEY NOT NULL,
	"name" jsonb,
	"brand" jsonb,
	"description" jsonb
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"cid" text PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"size" integer NOT NULL,
	"mime" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"account" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"body" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_account_key_pk" PRIMARY KEY("account","key")
);
--> statement-breakpoint
CREATE TABLE "order_history" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"from_state" text,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"order_id" text PRIMARY KEY NOT NULL,
	"number" bigserial NOT NULL,
	"state" text NOT NULL,
	"buyer" text NOT NULL,
	"lot_id" bigint NOT NULL,
	"commodity_id" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"refunded_quantity" integer DEFAULT 0 NOT NULL,
	"unit_price" numeric(30, 0) NOT NULL,
	"fee_bps" integer NOT NULL,
	"commission_bps" integer NOT NULL,
	"sales" numeric(30, 0) NOT NULL,
	"fee" numeric(30, 0) NOT NULL,
	"commission" numeric(30, 0) NOT NULL,
	"recommender_id" bigint DEFAULT 0 NOT NULL,
	"referral_code" text,
	"referral_clicked_at" bigint,
	"nominee_id" bigint NOT NULL,
	"buyer_commitment" text NOT NULL,
	"commitment_nonce" text NOT NULL,
	"reserved_until" timestamp with time zone,
	"delivery" jsonb,
	"tracking" text,
	"created_at" bigint NOT NULL,
	"shipped_at" bigint,
	"delivered_at" bigint,
	"returnable_until" bigint,
	"settled_at" bigint,
	CONSTRAINT "orders_number_unique" UNIQUE("number"),
	CONSTRAINT "orders_commitment" UNIQUE("buyer","buyer_commitment"),
	CONSTRAINT "orders_quantity" CHECK ("orders"."quantity" > 0),
	CONSTRAINT "orders_refunded" CHECK ("orders"."refunded_quantity" >= 0 and "orders"."refunded_quantity" <= "orders"."quantity"
        and ("orders"."state" = 'Refunded') = ("orders"."refunded_quantity" = "orders"."quantity")),
	CONSTRAINT "orders_sales" CHECK ("orders"."sales" = "orders"."unit_price" * ("orders"."quantity" - "orders"."refunded_quantity")),
	CONSTRAINT "orders_reservation" CHECK (("orders"."reserved_until" is not null) = ("orders"."state" in ('Created', 'AwaitingPayment')))
);
--> statement-breakpoint
CREATE TABLE "stablecoin_authorizations" (
	"payment_id" text PRIMARY KEY NOT NULL,
	"from_account" text NOT NULL,
	"value" numeric(30, 0) NOT NULL,
	"nonce" text NOT NULL,
	"valid_before" bigint NOT NULL,
	"signature" text,
	CONSTRAINT "stablecoin_authorizations_nonce_unique" UNIQUE("nonce")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"payment_id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"provider" text NOT NULL,
	"amount" numeric(30, 0) NOT NULL,
	"status" text NOT NULL,
	"failure" text,
	"reference" text,
	"action" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payments_reference" UNIQUE("provider","reference"),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"refund_id" text PRIMARY KEY NOT NULL,
	"number" bigserial NOT NULL,
	"payment_id" text NOT NULL,
	"amount" numeric(30, 0) NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"reference" text,
	"failure" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "webhook_inbox" (
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"event" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"processed_at" timestamp with time zone,
	"outcome" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "webhook_inbox_provider_event_id_pk" PRIMARY KEY("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "test_provider_payments" (
	"id" text PRIMARY KEY NOT NULL,
	"idempotency_key" text NOT NULL,
	"amount" numeric(30, 0) NOT NULL,
	"status" text NOT NULL,
	"failure" text,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "test_provider_payments_idempotency_key_unique" UNIQUE("idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "test_provider_refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"idempotency_key" text NOT NULL,
	"payment_id" text NOT NULL,
	"amount" numeric(30, 0) NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "test_provider_refunds_idempotency_key_unique" UNIQUE("idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "test_provider_webhooks" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"event" jsonb NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"delivered_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"order_id" text PRIMARY KEY NOT NULL,
	"platform_id" bigint NOT NULL,
	"epoch" bigint NOT NULL,
	"lot_id" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"sales" numeric(30, 0) NOT NULL,
	"fee" numeric(30, 0) NOT NULL,
	"commission" numeric(30, 0) NOT NULL,
	"recommender_id" bigint NOT NULL,
	"nominee_id" bigint NOT NULL,
	"buyer_commitment" text NOT NULL,
	"digest" text NOT NULL,
	"signature" text,
	"buyer" text NOT NULL,
	CONSTRAINT "receipts_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "referral_clicks" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"visitor_id" text NOT NULL,
	"clicked_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referral_grants" (
	"code" text PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"recommender_id" bigint NOT NULL,
	"account" text NOT NULL,
	"commodity_id" bigint NOT NULL,
	"campaign" text NOT NULL,
	"nonce" text NOT NULL,
	"valid_until" bigint NOT NULL,
	"signature" text NOT NULL,
	"clicks" integer DEFAULT 0 NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "referral_grants_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_nonces" (
	"nonce" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_leaves" (
	"epoch" bigint NOT NULL,
	"kind" text NOT NULL,
	"lot_id" bigint NOT NULL,
	"party_id" bigint NOT NULL,
	CONSTRAINT "statement_leaves_epoch_kind_lot_id_party_id_pk" PRIMARY KEY("epoch","kind","lot_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"epoch" bigint PRIMARY KEY NOT NULL,
	"stage" text DEFAULT 'collecting' NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"sales" numeric(30, 0) DEFAULT 0 NOT NULL,
	"fees" numeric(30, 0) DEFAULT 0 NOT NULL,
	"commissions" numeric(30, 0) DEFAULT 0 NOT NULL,
	"deposit" numeric(30, 0),
	"lot_root" text,
	"lot_depth" integer,
	"recommender_root" text,
	"recommender_depth" integer,
	"data_digest" text,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "chain_transaction_attempts" ADD CONSTRAINT "chain_transaction_attempts_transaction_id_chain_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."chain_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_history" ADD CONSTRAINT "order_history_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("payment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_clicks" ADD CONSTRAINT "referral_clicks_code_referral_grants_code_fk" FOREIGN KEY ("code") REFERENCES "public"."referral_grants"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_leaves" ADD CONSTRAINT "statement_leaves_epoch_statements_epoch_fk" FOREIGN KEY ("epoch") REFERENCES "public"."statements"("epoch") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chain_transaction_attempts_transaction" ON "chain_transaction_attempts" USING btree ("transaction_id");--> statement-breakpoint
CREATE UNIQUE INDEX "chain_transactions_purpose" ON "chain_transactions" USING btree ("purpose") WHERE "chain_transactions"."state" <> 'failed';--> statement-breakpoint
CREATE UNIQUE INDEX "chain_transactions_nonce" ON "chain_transactions" USING btree ("sender","nonce") WHERE "chain_transactions"."state" IN ('sent', 'mined');--> statement-breakpoint
CREATE INDEX "chain_transactions_state" ON "chain_transactions" USING btree ("state");--> statement-breakpoint
CREATE INDEX "chain_transactions_failed" ON "chain_transactions" USING btree ("purpose","changed_at");--> statement-breakpoint
CREATE INDEX "chain_events_lot" ON "chain_events" USING btree ("lot_id","name");--> statement-breakpoint
CREATE INDEX "chain_events_commodity" ON "chain_events" USING btree ("commodity_id","name");--> statement-breakpoint
CREATE INDEX "chain_events_name" ON "chain_events" USING btree ("name","platform_id","epoch");--> statement-breakpoint
CREATE INDEX "document_owners_cid" ON "document_owners" USING btree ("cid");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "order_history_order" ON "order_history" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "orders_buyer" ON "orders" USING btree ("buyer","number");--> statement-breakpoint
CREATE INDEX "orders_state" ON "orders" USING btree ("state","number");--> statement-breakpoint
CREATE INDEX "orders_lot" ON "orders" USING btree ("lot_id");--> statement-breakpoint
CREATE INDEX "orders_reserved" ON "orders" USING btree ("reserved_until") WHERE "orders"."reserved_until" is not null;--> statement-breakpoint
CREATE INDEX "orders_returnable" ON "orders" USING btree ("returnable_until") WHERE "orders"."state" = 'Delivered';--> statement-breakpoint
CREATE INDEX "orders_referral" ON "orders" USING btree ("referral_code") WHERE "orders"."referral_code" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_pending" ON "payments" USING btree ("order_id") WHERE "payments"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "payments_order" ON "payments" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "payments_status" ON "payments" USING btree ("status","checked_at");--> statement-breakpoint
CREATE INDEX "refunds_payment" ON "refunds" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "refunds_due" ON "refunds" USING btree ("status","next_attempt_at");--> statement-breakpoint
CREATE INDEX "webhook_inbox_open" ON "webhook_inbox" USING btree ("received_at") WHERE "webhook_inbox"."processed_at" is null;--> statement-breakpoint
CREATE INDEX "test_provider_webhooks_due" ON "test_provider_webhooks" USING btree ("delivered_at","due_at");--> statement-breakpoint
CREATE INDEX "receipts_epoch" ON "receipts" USING btree ("epoch","order_id");--> statement-breakpoint
CREATE INDEX "receipts_buyer" ON "receipts" USING btree ("buyer");--> statement-breakpoint
CREATE INDEX "receipts_recommender" ON "receipts" USING btree ("recommender_id");--> statement-breakpoint
CREATE INDEX "receipts_unsigned" ON "receipts" USING btree ("epoch") WHERE "receipts"."signature" is null;--> statement-breakpoint
CREATE INDEX "referral_clicks_visitor" ON "referral_clicks" USING btree ("visitor_id","clicked_at");--> statement-breakpoint
CREATE INDEX "referral_grants_account" ON "referral_grants" USING btree ("account");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE VIEW "public"."chain_experiencers" AS (
  SELECT experiencer_id, lower(args ->> 'account') AS account FROM chain_events WHERE name = 'ExperiencerRegistered');--> statement-breakpoint
CREATE VIEW "public"."chain_lots" AS (
  SELECT offered.lot_id, offered.commodity_id, offered.model_id,
    (offered.args #>> '{lot,revision}')::integer AS revision,
    convert_from(rtrim(decode(substr(offered.args ->> 'lotCode', 3), 'hex'), '\x00'::bytea), 'SQL_ASCII') AS lot_code,
    (offered.args #>> '{lot,units}')::bigint AS units,
    (offered.args #>> '{lot,startEpoch}')::bigint AS start_epoch,
    (offered.args #>> '{lot,epochs}')::integer AS epochs,
    (offered.args #>> '{lot,startEpoch}')::bigint + (offered.args #>> '{lot,epochs}')::bigint + 3 AS closing_epoch,
    (offered.args #>> '{lot,ordinal}')::bigint AS ordinal,
    (offered.args #>> '{lot,feeBps}')::integer AS fee_bps,
    (offered.args #>> '{lot,commissionBps}')::integer AS commission_bps,
    lower(offered.args #>> '{lot,evaluations}') AS evaluations,
    offered.args ->> 'documentDigest' AS document_digest,
    offered.block_number,
    EXISTS (
      SELECT 1 FROM chain_events ended
      WHERE ended.lot_id = offered.lot_id AND ended.name IN ('TwinProven', 'TwinUnproven', 'LotSuspended')
    ) AS concluded,
    (
      SELECT (bond.args ->> 'bond')::numeric FROM chain_events bond
      WHERE bond.commodity_id = offered.commodity_id AND bond.name IN ('CommodityListed', 'BondChanged')
      ORDER BY bond.block_number DESC, bond.log_index DESC LIMIT 1
    ) >= (
      SELECT coalesce(sum((pledge.args #>> '{lot,sealCharge}')::numeric), 0) FROM chain_events pledge
      WHERE pledge.commodity_id = offered.commodity_id AND pledge.name = 'LotOffered' AND NOT EXISTS (
        SELECT 1 FROM chain_events over
        WHERE over.lot_id = pledge.lot_id AND over.name IN ('TwinProven', 'TwinUnproven', 'RoundFinalized')
      )
    ) AS covered,
    lower(listed.args ->> 'producer') AS producer,
    (listed.args ->> 'gtin')::bigint AS gtin,
    listed.args ->> 'documentDigest' AS commodity_document_digest,
    EXISTS (
      SELECT 1 FROM chain_events retired
      WHERE retired.commodity_id = offered.commodity_id AND retired.name = 'CommodityRetired'
    ) AS commodity_retired,
    revised.args ->> 'documentDigest' AS model_document_digest
  FROM chain_events offered
  JOIN chain_events listed ON listed.commodity_id = offered.commodity_id AND listed.name = 'CommodityListed'
  JOIN chain_events revised ON revised.model_id = offered.model_id AND revised.name = 'RevisionPublished'
    AND revised.args ->> 'revision' = offered.args #>> '{lot,revision}'
  WHERE offered.name = 'LotOffered');--> statement-breakpoint
CREATE VIEW "public"."chain_recommenders" AS (
  SELECT DISTINCT ON (recommender_id) recommender_id, lower(coalesce(args ->> 'to', args ->> 'account')) AS account
  FROM chain_events WHERE name IN ('RecommenderRegistered', 'RecommenderTransferred')
  ORDER BY recommender_id, block_number DESC, log_index DESC);