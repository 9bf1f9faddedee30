//! Stands in for the crate: a value is its JSON text.

#[derive(Debug, Clone)]
pub enum Value {
    Null,
    Text(String),
}

pub fn from_str(text: &str) -> Result<Value, String> {
    Ok(Value::Text(text.to_string()))
}
