//! The Model Context Protocol over standard input and output.

use std::sync::Arc;
use std::time::Duration;

use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, ErrorData, Implementation, JsonObject,
    ListToolsResult, PaginatedRequestParams, ProgressNotificationParam, ServerCapabilities, ServerConfig, Tool,
    ToolAnnotations,
};
use rmcp::service::{RequestContext, ServerInitializeError};
use rmcp::transport::stdio;
use rmcp::{RoleServer, ServerHandler, ServiceExt};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::cancel::Cancel;
use crate::format::{TEXT_CHARS, exit_status, text};
use crate::outcome::Outcome;
use crate::tools;

use super::request::{CheckRequest, ResetRequest, RunRequest};
use super::service::{Caller, Fault, Service};

/// How often a client that asks for progress hears of a run.
const PROGRESS: Duration = Duration::from_secs(1);

/// Serves one client until it closes standard input.
pub(crate) fn serve(service: Service) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| format!("no threads for the server: {error}"))?;
    let done = runtime.block_on(async {
        let handler = Handler { service: Arc::new(service) };
        let running = match handler.serve(stdio()).await {
            Ok(running) => running,
            // A client that leaves before it says hello is no trouble.
            Err(ServerInitializeError::ConnectionClosed(_)) => return Ok(()),
            Err(ServerInitializeError::ExpectedInitializeRequest(_)) => {
                return Err(String::from("the client's first message is no `initialize` request"));
            }
            Err(error) => return Err(format!("the client's first message: {error}")),
        };
        running.waiting().await.map(|_| ()).map_err(|error| format!("the server broke: {error}"))
    });
    // A read of standard input that nothing will end must not hold the process.
    runtime.shutdown_background();
    done
}

/// What each client talks to.
#[derive(Clone, Debug)]
struct Handler {
    service: Arc<Service>,
}

impl ServerHandler for Handler {
    fn get_info(&self) -> ServerConfig {
        let mut config = ServerConfig::new(ServerCapabilities::builder().enable_tools().build());
        config.server_info = Implementation::new("taipan", env!("CARGO_PKG_VERSION"));
        config.instructions = Some(String::from(
            "run_python runs Python in a sandbox without network, files or packages; check_python reads code first; \
             list_modules says what can be imported; reset_session forgets a session.",
        ));
        config
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        let tools = tools::tools(self.service.limits()).into_iter().map(described).collect();
        Ok(ListToolsResult::with_all_items(tools))
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let arguments = request.arguments.unwrap_or_default();
        let answer = match request.name.as_ref() {
            "run_python" => match arguments_of(arguments) {
                Ok(request) => self.run(request, context).await,
                Err(fault) => Err(fault),
            },
            "check_python" => match arguments_of(arguments) {
                Ok(request) => self.check(request).await,
                Err(fault) => Err(fault),
            },
            "list_modules" => Ok(modules()),
            "reset_session" => arguments_of::<ResetRequest>(arguments).map(|request| self.reset(&request)),
            name => {
                let text = format!(
                    "there is no tool `{name}`; there are run_python, check_python, list_modules and reset_session"
                );
                return Err(ErrorData::invalid_params(text, None));
            }
        };
        // A model reads the content of a result, not the message of a protocol error.
        let result = answer.unwrap_or_else(|fault| CallToolResult::error(vec![ContentBlock::text(fault.text())]));
        Ok(result.into())
    }
}

impl Handler {
    async fn run(&self, request: RunRequest, context: RequestContext<RoleServer>) -> Result<CallToolResult, Fault> {
        let (cancel, source) = (Cancel::new(), request.code.clone());
        let (service, handle) = (self.service.clone(), cancel.clone());
        let caller = caller();
        let mut run = tokio::task::spawn_blocking(move || service.run(request, &caller, &handle));
        let token = context.meta.get_progress_token();
        let mut seconds = 0;
        let done = loop {
            tokio::select! {
                done = &mut run => break done,
                () = context.ct.cancelled(), if !cancel.is_cancelled() => cancel.cancel(),
                () = tokio::time::sleep(PROGRESS) => {
                    seconds += 1;
                    if let Some(token) = &token {
                        let progress = ProgressNotificationParam::new(token.clone(), f64::from(seconds))
                            .with_message(format!("running for {seconds} s"));
                        // A client that has gone does not hear it.
                        let _ = context.peer.notify_progress(progress).await;
                    }
                }
            }
        };
        let outcome = done.map_err(|error| Fault::Host(format!("the run broke: {error}")))??;
        Ok(shown(&outcome, &source))
    }

    fn reset(&self, request: &ResetRequest) -> CallToolResult {
        let existed = self.service.close_session(&caller(), &request.session_id);
        let text = if existed { "the session is forgotten" } else { "there was no such session" };
        let mut result = CallToolResult::success(vec![ContentBlock::text(text)]);
        result.structured_content = Some(json!({"existed": existed}));
        result
    }

    async fn check(&self, request: CheckRequest) -> Result<CallToolResult, Fault> {
        let service = self.service.clone();
        let findings = tokio::task::spawn_blocking(move || service.check(&request))
            .await
            .map_err(|error| Fault::Host(format!("the check broke: {error}")))??;
        let text: String = findings.iter().map(|finding| format!("{finding}\n")).collect();
        let text = if text.is_empty() { String::from("nothing found\n") } else { text };
        let mut result = CallToolResult::success(vec![ContentBlock::text(text)]);
        result.structured_content = Some(json!({"findings": findings}));
        Ok(result)
    }
}

fn caller() -> Caller {
    Caller { who: String::from("mcp"), policy: None }
}

fn shown(outcome: &Outcome, source: &str) -> CallToolResult {
    let content = vec![ContentBlock::text(text(outcome, source, TEXT_CHARS))];
    let failed = exit_status(outcome) != 0;
    let mut result = if failed { CallToolResult::error(content) } else { CallToolResult::success(content) };
    result.structured_content = serde_json::to_value(outcome).ok();
    result
}

fn modules() -> CallToolResult {
    let listed = crate::modules().iter().filter(|module| module.tier == crate::Tier::Standard);
    let text: String = listed.clone().map(|module| format!("{}: {}\n", module.name, module.why)).collect();
    let modules: Vec<Value> = listed.map(|module| json!({"name": module.name, "why": module.why})).collect();
    let mut result = CallToolResult::success(vec![ContentBlock::text(text)]);
    result.structured_content = Some(json!({"modules": modules}));
    result
}

fn arguments_of<T: DeserializeOwned>(arguments: JsonObject) -> Result<T, Fault> {
    serde_json::from_value(Value::Object(arguments)).map_err(|error| Fault::Request(format!("bad arguments: {error}")))
}

fn described(tool: tools::Tool) -> Tool {
    let annotations = ToolAnnotations::new().read_only(true).destructive(false).idempotent(true).open_world(false);
    let described =
        Tool::new(tool.name, tool.description, object(tool.input)).with_title(tool.title).with_annotations(annotations);
    described.with_raw_output_schema(Arc::new(object(tool.output)))
}

fn object(value: Value) -> JsonObject {
    match value {
        Value::Object(object) => object,
        _ => JsonObject::new(),
    }
}
