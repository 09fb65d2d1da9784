"""What is done by saying something: rules, signs, and a small trained model."""
