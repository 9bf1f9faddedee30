//! Stands in for the crate: its types of sessions, without serde.

pub mod models {
    pub mod realtime_audio {
        #[derive(Debug, Clone)]
        pub struct RealtimeSessionRequest {
            pub model: String,
            pub config: Option<RealtimeSessionConfig>,
            pub instructions: Option<String>,
            pub voice: Option<RealtimeVoice>,
            pub temperature: Option<f32>,
            pub max_response_output_tokens: Option<u32>,
        }

        #[derive(Debug, Clone)]
        pub struct RealtimeSessionConfig {
            pub input_audio_format: Option<RealtimeAudioFormat>,
            pub output_audio_format: Option<RealtimeAudioFormat>,
            pub voice_activity_detection: Option<VoiceActivityDetectionConfig>,
            pub turn_detection: Option<TurnDetectionConfig>,
            pub tools: Option<Vec<RealtimeTool>>,
            pub tool_choice: Option<String>,
            pub modalities: Option<Vec<RealtimeModality>>,
        }

        #[derive(Debug, Clone)]
        pub enum RealtimeAudioFormat {
            Pcm16,
            G711Ulaw,
            G711Alaw,
        }

        #[derive(Debug, Clone)]
        pub enum RealtimeVoice {
            Alloy,
            Echo,
            Fable,
            Onyx,
            Nova,
            Shimmer,
        }

        #[derive(Debug, Clone)]
        pub struct VoiceActivityDetectionConfig {
            pub threshold: f32,
            pub prefix_padding_ms: u32,
            pub silence_duration_ms: u32,
        }

        #[derive(Debug, Clone)]
        pub struct TurnDetectionConfig {
            pub detection_type: TurnDetectionType,
            pub threshold: Option<f32>,
            pub prefix_padding_ms: Option<u32>,
            pub silence_duration_ms: Option<u32>,
        }

        #[derive(Debug, Clone)]
        pub enum TurnDetectionType {
            ServerVad,
            None,
        }

        #[derive(Debug, Clone)]
        pub enum RealtimeModality {
            Text,
            Audio,
        }

        #[derive(Debug, Clone)]
        pub struct RealtimeTool {
            pub tool_type: String,
            pub name: String,
            pub description: String,
            pub parameters: serde_json::Value,
        }

        #[derive(Debug, Clone)]
        pub struct ResponseConfig {
            pub modalities: Option<Vec<RealtimeModality>>,
            pub instructions: Option<String>,
            pub voice: Option<RealtimeVoice>,
            pub output_audio_format: Option<RealtimeAudioFormat>,
            pub tools: Option<Vec<RealtimeTool>>,
            pub tool_choice: Option<String>,
            pub temperature: Option<f32>,
            pub max_response_output_tokens: Option<u32>,
        }

        #[derive(Debug, Clone)]
        pub struct InputAudioTranscriptionConfig {
            pub enabled: bool,
            pub model: String,
        }

        #[derive(Debug, Clone)]
        pub enum SessionStatus {
            Active,
            Connecting,
            Disconnected,
            Expired,
            Error,
        }

        /// A date as its text.
        #[derive(Debug, Clone)]
        pub struct DateTime(pub String);

        impl std::str::FromStr for DateTime {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, String> {
                Ok(DateTime(text.to_string()))
            }
        }

        #[derive(Debug, Clone)]
        pub struct RealtimeSessionResponse {
            pub id: String,
            pub object: String,
            pub status: SessionStatus,
            pub ephemeral_key: String,
            pub webrtc_url: String,
            pub config: RealtimeSessionConfig,
            pub expires_at: DateTime,
            pub created_at: DateTime,
        }
    }
}
