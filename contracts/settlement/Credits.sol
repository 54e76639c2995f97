// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {ISettlement} from "./ISettlement.sol";

/// @title Credits
/// @notice What was earned and waits to be fetched: by accounts, by the commune, by the audit fund.
abstract contract Credits is ISettlement, SelfPermit, AccessManaged {
    using SafeERC20 for IERC20;

    /// @notice Receives the commune's share.
    address public commune;
    /// @inheritdoc ISettlement
    address public auditFund;
    /// @notice Accrued for the audit fund and not collected yet.
    uint128 public auditFundAccrued;

    /// @notice What an account can withdraw.
    mapping(address account => uint256 amount) public creditOf;
    /// @notice The commune's share of the statements posted in an epoch, until it is collected.
    mapping(uint32 epoch => uint256 amount) public communeAccrued;

    /// @inheritdoc ISettlement
    function withdraw(address account) external returns (uint256 amount) {
        amount = creditOf[account];
        require(amount > 0, NothingToWithdraw(account));
        creditOf[account] = 0;
        emit CreditWithdrawn(account, amount);
        asset.safeTransfer(account, amount);
    }

    /// @inheritdoc ISettlement
    function collectCommune(uint32 epoch) external {
        address to = commune;
        require(to != address(0), NoRecipient());
        uint256 amount = communeAccrued[epoch];
        communeAccrued[epoch] = 0;
        emit CommuneCollected(epoch, to, amount);
        asset.safeTransfer(to, amount);
    }

    /// @inheritdoc ISettlement
    function collectAuditFund() external {
        address to = auditFund;
        require(to != address(0), NoRecipient());
        uint256 amount = auditFundAccrued;
        auditFundAccrued = 0;
        emit AuditFundCollected(to, amount);
        asset.safeTransfer(to, amount);
    }

    /// @notice Says who receives the commune's share and the audit fund.
    function appointRecipients(address commune_, address auditFund_) external restricted {
        (commune, auditFund) = (commune_, auditFund_);
        emit RecipientsAppointed(commune_, auditFund_);
    }
}
