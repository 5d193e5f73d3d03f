model "M"
requirement R1 "No control" // finds
requirement R2 "Only verified" { verified-by: "T-1" } // finds
requirement R3 "Called implemented" { status: implemented } // finds
requirement R4 "Satisfied" // not: a control satisfies it
requirement R5 "Satisfied by two" // not: controls satisfy it
requirement R6 "Satisfied by a plan" // not: the control is only planned, which is another rule
control a "A" { mitigates: tampering; satisfies: R4, R5 }
control b "B" { mitigates: tampering; satisfies: R5 }
control c "C" { mitigates: tampering; satisfies: R6; status: planned }
