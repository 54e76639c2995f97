// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {CommuneTest} from "./CommuneTest.sol";
import {RegistersHandler} from "./RegistersHandler.sol";

/// @notice Deploys everything and lets the runner call the handler only.
abstract contract RegistersInvariants is CommuneTest {
    RegistersHandler internal handler;

    function setUp() public override {
        super.setUp();
        handler = _deployHandler();
        access.grantRole(access.ADMIN_ROLE(), address(handler), 0);
        handler.publish(uint256(keccak256("first model")));
        handler.list(0);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function _deployHandler() internal virtual returns (RegistersHandler);
}
