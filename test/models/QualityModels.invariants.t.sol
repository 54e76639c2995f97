// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Commodities} from "../../contracts/commodities/Commodities.sol";
import {Parameter} from "../../contracts/models/IQualityModels.sol";
import {QualityModels} from "../../contracts/models/QualityModels.sol";
import {RegistersHandler} from "../support/RegistersHandler.sol";
import {RegistersInvariants} from "../support/RegistersInvariants.sol";
import {vm} from "../support/Vm.sol";

contract QualityModelsHandler is RegistersHandler {
    constructor(
        QualityModels models_,
        Commodities commodities_,
        address evaluations_
    ) RegistersHandler(models_, commodities_, evaluations_) {}
}

contract QualityModelsInvariants is RegistersInvariants {
    function invariant_BalanceIsTheSumOfBonds() public view {
        uint256 bonds;
        for (uint32 id = 1; id <= models.modelCount(); ++id) {
            (uint96 bond, ) = models.bondOf(id);
            bonds += bond;
        }
        vm.assertEq(asset.balanceOf(address(models)), bonds);
        vm.assertEq(uint256(models.modelCount()), handler.published());
    }

    function invariant_RevisionsAreFrozenAndWeighTenThousand() public view {
        for (uint32 id = 1; id <= models.modelCount(); ++id) {
            for (uint16 revision = 1; revision <= models.latestRevision(id); ++revision) {
                Parameter[] memory parameters = models.parametersOf(id, revision);
                vm.assertEq(keccak256(abi.encode(parameters)), handler.frozen(id, revision));
                uint256 weights;
                bool anySealed;
                for (uint256 i; i < parameters.length; ++i) {
                    weights += parameters[i].weightBps;
                    anySealed = anySealed || parameters[i].isSealed;
                    vm.assertGt(parameters[i].tolerance, 0);
                }
                vm.assertEq(weights, 10_000);
                vm.assertTrue(anySealed);
            }
        }
    }

    function _deployHandler() internal override returns (RegistersHandler) {
        return new QualityModelsHandler(models, commodities, address(evaluations));
    }
}
