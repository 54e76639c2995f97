// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Challenge, IDisputes} from "./IDisputes.sol";

/// @notice What waits to be fetched.
struct Ledger {
    /// Of the settlement asset.
    mapping(address account => uint256 amount) creditOf;
    mapping(address account => uint256 coins) coinsOf;
    /// Of the settlement asset, for the audit fund.
    uint256 auditFund;
}

/// @title Ledgers
/// @notice Where bonds and fees of challenges go. Every bond is credited or lost once, when its challenge leaves the list or the case ends.
library Ledgers {
    function creditCoins(Ledger storage self, uint256 caseId, address account, uint256 amount) internal {
        if (amount == 0) return;
        self.coinsOf[account] += amount;
        emit IDisputes.FeeCredited(caseId, account, amount);
    }

    /// @notice Gives back what is left of the coins of a challenge.
    function creditFee(Ledger storage self, uint256 caseId, Challenge storage one) internal {
        uint256 fee = one.fee;
        one.fee = 0;
        creditCoins(self, caseId, one.challenger, fee);
    }

    function settleBond(Ledger storage self, uint256 caseId, Challenge storage one, bool lost) internal {
        if (lost) self.auditFund += one.bond;
        else self.creditOf[one.challenger] += one.bond;
        emit IDisputes.BondSettled(caseId, one.challenger, one.bond, lost);
    }
}
