//! The Model Context Protocol: the tools and resources that a client finds, by whatever transport.

mod resources;

use std::sync::Arc;
use std::time::Duration;

use axum::http::request::Parts;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, ErrorData, Implementation, JsonObject,
    ListResourcesResult, ListToolsResult, PaginatedRequestParams, ProgressNotificationParam, ReadResourceRequestParams,
    ReadResourceResponse, ServerCapabilities, ServerConfig, Tool, ToolAnnotations,
};
use rmcp::service::{RequestContext, ServerInitializeError};
use rmcp::transport::stdio;
use rmcp::{RoleServer, ServerHandler, ServiceExt};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::cancel::Cancel;
use crate::format::{TEXT_CHARS, exit_status, text};
use crate::link::Listener;
use crate::tools::{self, Existed, Findings, Listed, ListedModule};

use super::answer::Answer;
use super::hall::Hall;
use super::service::{Caller, Fault, Service};
use crate::request::{CheckRequest, ResetRequest, RunRequest};

/// How often a client that asks for progress hears of a run.
const PROGRESS: Duration = Duration::from_secs(1);

/// Serves one client until it closes standard input.
pub(crate) fn serve(service: Service) -> Result<(), String> {
    let no_threads = |error| format!("no threads for the server: {error}");
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(no_threads)?;
    let hall = Arc::new(Hall::new(service).map_err(no_threads)?);
    let done = runtime.block_on(async {
        let name = String::from("mcp");
        let caller =
            Caller { who: name.clone(), owner: String::new(), scope: name, policy: None, sessions: usize::MAX };
        let handler = Handler { hall, caller: Some(caller) };
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
pub(super) struct Handler {
    hall: Arc<Hall>,
    /// The one client; where there are several, each request says whose it is.
    caller: Option<Caller>,
}

impl Handler {
    /// For clients whose requests come by HTTP.
    pub(super) fn remote(hall: Arc<Hall>) -> Handler {
        Handler { hall, caller: None }
    }

    fn caller(&self, context: &RequestContext<RoleServer>) -> Result<Caller, ErrorData> {
        let told = || context.extensions.get::<Parts>()?.extensions.get::<Caller>().cloned();
        self.caller.clone().or_else(told).ok_or_else(|| ErrorData::internal_error("it is not known who asks", None))
    }
}

impl ServerHandler for Handler {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder().enable_tools().enable_resources().build();
        let mut config = ServerConfig::new(capabilities);
        config.server_info = Implementation::new("taipan", env!("CARGO_PKG_VERSION"));
        config.instructions = Some(String::from(
            "run_python runs Python in a sandbox without network or packages; files that it writes are resources to read; \
             check_python reads code first; list_modules says what can be imported; reset_session forgets a session.",
        ));
        config
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        let tools = tools::tools(self.hall.service.limits()).into_iter().map(described).collect();
        Ok(ListToolsResult::with_all_items(tools))
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let caller = self.caller(&context)?;
        let arguments = request.arguments.unwrap_or_default();
        let answer = match request.name.as_ref() {
            "run_python" => match arguments_of(arguments) {
                Ok(request) => self.run(request, caller, context).await,
                Err(fault) => Err(fault),
            },
            "check_python" => match arguments_of(arguments) {
                Ok(request) => self.check(request).await,
                Err(fault) => Err(fault),
            },
            "list_modules" => Ok(modules()),
            "reset_session" => arguments_of::<ResetRequest>(arguments).map(|request| self.reset(&request, &caller)),
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

    async fn list_resources(
        &self,
        _: Option<PaginatedRequestParams>,
        context: RequestContext<RoleServer>,
    ) -> Result<ListResourcesResult, ErrorData> {
        let files = self.hall.service.files(&self.caller(&context)?);
        Ok(ListResourcesResult::with_all_items(files.iter().map(|(id, made)| resources::listed(id, made)).collect()))
    }

    async fn read_resource(
        &self,
        request: ReadResourceRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<ReadResourceResponse, ErrorData> {
        let caller = self.caller(&context)?;
        let id = request.uri.strip_prefix(resources::BASE);
        let made = id.and_then(|id| self.hall.service.file(&caller, id));
        let absent = || {
            let text = "there is no such file; what runs made is kept for a while only, and resources/list lists it";
            ErrorData::resource_not_found(text, None)
        };
        let made = made.ok_or_else(absent)?;
        Ok(resources::read(request.uri, &made).into())
    }
}

impl Handler {
    async fn run(
        &self,
        request: RunRequest,
        caller: Caller,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResult, Fault> {
        let (cancel, source) = (Cancel::new(), request.code.clone());
        let run = self.hall.run(request, caller, &cancel, Listener::default());
        tokio::pin!(run);
        let token = context.meta.get_progress_token();
        let mut seconds = 0;
        let answer = loop {
            tokio::select! {
                done = &mut run => break done?,
                () = context.ct.cancelled(), if !cancel.is_cancelled() => cancel.cancel(),
                () = tokio::time::sleep(PROGRESS) => {
                    seconds += 1;
                    if let Some(token) = &token {
                        let progress = ProgressNotificationParam::new(token.clone(), f64::from(seconds))
                            .with_message(format!("running for {seconds} s"));
                        // A client that has gone does not hear it, and one that does not read misses it.
                        let _ = tokio::time::timeout(PROGRESS, context.peer.notify_progress(progress)).await;
                    }
                }
            }
        };
        Ok(shown(&answer, &source))
    }

    fn reset(&self, request: &ResetRequest, caller: &Caller) -> CallToolResult {
        let existed = self.hall.service.close_session(caller, &request.session_id);
        let text = if existed { "the session is forgotten" } else { "there was no such session" };
        let mut result = CallToolResult::success(vec![ContentBlock::text(text)]);
        result.structured_content = serde_json::to_value(Existed { existed }).ok();
        result
    }

    async fn check(&self, request: CheckRequest) -> Result<CallToolResult, Fault> {
        let findings = self.hall.act(move |service| service.check(&request)).await?;
        let text: String = findings.iter().map(|finding| format!("{finding}\n")).collect();
        let text = if text.is_empty() { String::from("nothing found\n") } else { text };
        let mut result = CallToolResult::success(vec![ContentBlock::text(text)]);
        result.structured_content = serde_json::to_value(Findings { findings }).ok();
        Ok(result)
    }
}

fn shown(answer: &Answer, source: &str) -> CallToolResult {
    let mut content = vec![ContentBlock::text(text(&answer.outcome, source, TEXT_CHARS))];
    content.extend(resources::links(answer).into_iter().map(ContentBlock::resource_link));
    let failed = exit_status(&answer.outcome) != 0;
    let mut result = if failed { CallToolResult::error(content) } else { CallToolResult::success(content) };
    result.structured_content = Some(answer.to_value(resources::BASE));
    result
}

fn modules() -> CallToolResult {
    let listed = crate::modules().iter().filter(|module| module.tier == crate::Tier::Standard);
    let text: String = listed.clone().map(|module| format!("{}: {}\n", module.name, module.why)).collect();
    let modules = listed.map(|module| ListedModule { name: module.name, why: module.why }).collect();
    let mut result = CallToolResult::success(vec![ContentBlock::text(text)]);
    result.structured_content = serde_json::to_value(Listed { modules }).ok();
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
